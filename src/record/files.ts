/** States under watch, own issues and rows of knowledge; on a server it is the setting of that name. */
export const DOSSIER_FILE = 'dossier.yaml'
