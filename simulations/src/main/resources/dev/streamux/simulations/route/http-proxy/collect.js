// Known bad: a handler that wants to see the whole answer before it passes it on.
const http = require('http');
const proxy = require('http-proxy').createProxyServer({ target: 'http://127.0.0.1:@ORIGIN@', selfHandleResponse: true });
proxy.on('proxyRes', (incoming, request, response) => {
  const pieces = [];
  incoming.on('data', (piece) => pieces.push(piece));
  incoming.on('end', () => {
    response.writeHead(incoming.statusCode, { 'content-type': incoming.headers['content-type'] });
    response.end(Buffer.concat(pieces));
  });
});
proxy.on('error', (error, request, response) => {
  if (!response.headersSent) response.writeHead(502);
  response.end();
});
http.createServer((request, response) => proxy.web(request, response)).listen(@PORT@, '127.0.0.1');
