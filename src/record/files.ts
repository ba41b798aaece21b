/** States under watch, own issues and rows of knowledge. */
export const DOSSIER_FILE = 'dossier.yaml'

/** Texts that a dossier keeps beside its documents and a backup carries: files of a folder, settings on a server. */
export const OWN_TEXTS = [DOSSIER_FILE] as const
