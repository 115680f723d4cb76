// Recommended: compression() leaves event streams alone.
const express = require('express');
const compression = require('compression');
const proxy = require('http-proxy').createProxyServer({ target: 'http://127.0.0.1:@ORIGIN@' });
proxy.on('error', (error, request, response) => response.destroy());
const app = express();
app.use(compression({
  filter: (request, response) =>
    !String(response.getHeader('content-type')).startsWith('text/event-stream') && compression.filter(request, response),
}));
app.use((request, response) => proxy.web(request, response));
app.listen(@PORT@, '127.0.0.1');
