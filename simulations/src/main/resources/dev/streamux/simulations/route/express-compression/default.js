// compression() in front of a proxy, with its defaults.
const express = require('express');
const compression = require('compression');
const proxy = require('http-proxy').createProxyServer({ target: 'http://127.0.0.1:@ORIGIN@' });
proxy.on('error', (error, request, response) => response.destroy());
const app = express();
app.use(compression());
app.use((request, response) => proxy.web(request, response));
app.listen(@PORT@, '127.0.0.1');
