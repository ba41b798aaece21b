import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const page = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Every browser that runs the workbench reads woff2: the older copies of the fonts would double what is shipped. */
const onlyWoff2 = {
  postcssPlugin: 'only-woff2',
  Declaration: {
    src(declaration: { value: string }) {
      const kept = declaration.value.replace(/, url\([^)]*\.woff\) format\('woff'\)/g, '')
      if (kept !== declaration.value) declaration.value = kept
    },
  },
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  css: { postcss: { plugins: [onlyWoff2] } },
  // The server's policy allows nothing inline, so nothing is inlined.
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: page('index.html'), login: page('src/login.ts') },
      // The server writes the page to log in with by itself, and has to know what its files are called.
      output: {
        entryFileNames: ({ name }) => (name === 'login' ? 'login.js' : 'assets/[name]-[hash].js'),
        assetFileNames: ({ names }) =>
          names[0] === 'login.css' ? 'login.css' : 'assets/[name]-[hash][extname]',
      },
      checks: { pluginTimings: false },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7777' } },
})
