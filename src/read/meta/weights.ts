/** How far each kind of date may be trusted; the highest wins. */
export const DATE_WEIGHT = {
  meta: 100,
  schema: 95,
  labelled: 80,
  visible: 70,
  state: 64,
  relative: 62,
  print: 60,
  url: 50,
  loose: 32,
  updated: 30,
  copyright: 1,
}
