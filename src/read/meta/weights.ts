/** How far each kind of date may be trusted; the highest wins. */
export const DATE_WEIGHT = {
  meta: 100,
  schema: 95,
  labelled: 80,
  visible: 70,
  print: 60,
  url: 50,
  updated: 30,
  copyright: 1,
}
