/** A server of the test's own; whatever reaches it is counted. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answering = (request: IncomingMessage, response: ServerResponse) => void

export interface Listener {
  readonly port: number
  /** Connections, whether or not a request came over them. */
  connections: number
  /** Paths, in the order in which they were asked for. */
  readonly asked: string[]
  answer: Answering
  close(): Promise<void>
}

export async function aListener(address = '127.0.0.1', port = 0): Promise<Listener> {
  const server = createServer((request, response) => {
    listener.asked.push(request.url ?? '')
    listener.answer(request, response)
  })
  server.on('connection', () => listener.connections++)
  // A proxy is asked with CONNECT.
  server.on('connect', (_, socket) => socket.end('HTTP/1.1 502 no\r\n\r\n'))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, address, resolve)
  })
  const listener: Listener = {
    port: (server.address() as AddressInfo).port,
    connections: 0,
    asked: [],
    answer: (_, response) => response.setHeader('content-type', 'text/html').end('<p>a page'),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return listener
}
