// Recommended: the origin is told when the reader leaves, and the reader when the origin breaks off.
const http = require('http');
const proxy = require('http-proxy').createProxyServer({ target: 'http://127.0.0.1:@ORIGIN@' });
proxy.on('proxyReq', (outgoing, request, response) => response.on('close', () => outgoing.destroy()));
proxy.on('proxyRes', (incoming, request, response) => {
  response.flushHeaders();
  incoming.on('close', () => { if (!incoming.complete) response.destroy(); });
});
proxy.on('error', (error, request, response) => response.destroy());
http.createServer((request, response) => proxy.web(request, response)).listen(@PORT@, '127.0.0.1');
