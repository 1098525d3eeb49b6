// A server on the loopback address for the pages under test.

import { createServer } from "node:http";

/** Serves what `put` was given, and 404 for everything else. */
export class Server {
  #files = new Map();
  #server = createServer((request, response) => {
    const file = this.#files.get(pathOf(request.url));
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...file.headers });
    response.end(file.body);
  });

  /** Starts on a free port. */
  static async start() {
    const server = new Server();
    await new Promise((ready) => server.#server.listen(0, "127.0.0.1", ready));
    return server;
  }

  /** Makes `body` available under `path`; returns its full address. */
  put(path, body, headers = {}) {
    this.#files.set(path, { body, headers });
    return this.address(path);
  }

  /** The full address of `path`. */
  address(path) {
    return `http://127.0.0.1:${this.#server.address().port}${path.split("/").map(encodeURIComponent).join("/")}`;
  }

  /** Stops at once. */
  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** The path that a request asks for; undefined where it is malformed, as what saved pages ask for may be. */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, "http://127.0.0.1").pathname);
  } catch {
    return undefined;
  }
}
