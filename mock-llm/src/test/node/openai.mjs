// OpenAI's own client: chat completions, Responses, and Responses over a WebSocket.
import assert from 'node:assert/strict';
import OpenAI from 'openai';
import { checkWeather, fault, headers, noticedAtOnce, slow, TOKENS, weather } from './knobs.mjs';

const chat = { model: 'mock', messages: [{ role: 'user', content: 'Hello' }] };
const response = { model: 'mock', input: 'Hello' };

export function openaiChecks(url) {
  const client = new OpenAI({ apiKey: 'none', baseURL: `${url}/v1` });
  return {
    'openai: chat streams one delta a token and its counts': async () => {
      const stream = await client.chat.completions.create(
        { ...chat, stream: true, stream_options: { include_usage: true } }, { headers: headers() });
      const deltas = [];
      let usage;
      for await (const chunk of stream) {
        const text = chunk.choices[0]?.delta?.content;
        if (text) deltas.push(text);
        usage = chunk.usage ?? usage;
      }
      assert.equal(deltas.length, TOKENS);
      assert.equal(usage.completion_tokens, TOKENS);
      const body = await client.chat.completions.create(chat, { headers: headers() });
      assert.equal(body.choices[0].message.content, deltas.join(''));
    },
    'openai: chat streams a tool call': async () => {
      const tools = [{ type: 'function', function: { name: 'weather', parameters: weather } }];
      const stream = client.chat.completions.stream({ ...chat, tools }, { headers: headers() });
      const completion = await stream.finalChatCompletion();
      assert.equal(completion.choices[0].finish_reason, 'tool_calls');
      const call = completion.choices[0].message.tool_calls[0];
      assert.equal(call.function.name, 'weather');
      checkWeather(JSON.parse(call.function.arguments));
    },
    'openai: too many requests are tried again after the time given': async () => {
      const before = performance.now();
      await client.chat.completions.create(
        chat, { headers: fault('status; code=429; retry-after=1; times=1; key=node-openai') });
      assert.ok(performance.now() - before >= 1000);
    },
    'openai: an error inside the chat stream is an APIError': async () => {
      const stream = await client.chat.completions.create(
        { ...chat, stream: true }, { headers: fault('error-event; after=10') });
      await assert.rejects(async () => { for await (const _ of stream); }, OpenAI.APIError);
    },
    'openai: the stream helper refuses a truncated chat stream': async () => {
      const stream = client.chat.completions.stream(chat, { headers: fault('truncate; after=10') });
      await assert.rejects(stream.finalChatCompletion());
    },
    'openai: an aborted chat stream is noticed within 100 ms': () => noticedAtOnce(url, 'openai-chat', async (id) => {
      const stream = await client.chat.completions.create({ ...chat, stream: true }, { headers: slow(id) });
      for await (const _ of stream) stream.controller.abort();
    }),
    'openai: an aborted responses stream is noticed within 100 ms': () => noticedAtOnce(url, 'responses', async (id) => {
      const stream = await client.responses.create({ ...response, stream: true }, { headers: slow(id) });
      for await (const _ of stream) stream.controller.abort();
    }),
    'openai: too many requests for a response are tried again after the time given': async () => {
      const before = performance.now();
      await client.responses.create(
        response, { headers: fault('status; code=429; retry-after=1; times=1; key=node-responses') });
      assert.ok(performance.now() - before >= 1000);
    },
    'openai: an error inside the responses stream is an APIError or an event of its own': async () => {
      const events = [];
      try {
        const stream = await client.responses.create(
          { ...response, stream: true }, { headers: fault('error-event; after=10') });
        for await (const event of stream) events.push(event.type);
      } catch (error) {
        assert.ok(error instanceof OpenAI.APIError);
        return;
      }
      assert.equal(events.at(-1), 'error');
    },
    'openai: a wrong request is a BadRequestError': async () => {
      await assert.rejects(client.chat.completions.create({ ...chat, temperature: 9 }), OpenAI.BadRequestError);
    },
    'openai: models are listed': async () => {
      const models = await client.models.list();
      assert.ok(models.data.length > 0);
    },
    'openai: responses stream one delta a token with rising numbers': async () => {
      const stream = client.responses.stream(response, { headers: headers() });
      const deltas = [];
      let last = -1;
      for await (const event of stream) {
        assert.ok(event.sequence_number > last, `${event.type}: ${event.sequence_number} after ${last}`);
        last = event.sequence_number;
        if (event.type === 'response.output_text.delta') deltas.push(event.delta);
      }
      const final = await stream.finalResponse();
      assert.equal(deltas.length, TOKENS);
      assert.equal(final.usage.output_tokens, TOKENS);
      assert.equal(final.output_text, deltas.join(''));
      const body = await client.responses.create(response, { headers: headers() });
      assert.equal(body.output_text, final.output_text);
    },
    'openai: responses stream a function call': async () => {
      const tools = [{ type: 'function', name: 'weather', parameters: weather, strict: false }];
      const stream = client.responses.stream({ ...response, tools }, { headers: headers() });
      const final = await stream.finalResponse();
      checkWeather(JSON.parse(final.output[0].arguments));
    },
  };
}
