// The AI SDK with the providers of OpenAI (chat and Responses) and Anthropic.
import assert from 'node:assert/strict';
import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import { generateText, jsonSchema, streamText, tool } from 'ai';
import { checkWeather, fault, headers, noticedAtOnce, slow, TOKENS, weather } from './knobs.mjs';

export function aiChecks(url) {
  const openai = createOpenAI({ apiKey: 'none', baseURL: `${url}/v1` });
  const anthropic = createAnthropic({ apiKey: 'none', baseURL: `${url}/v1` });
  const models = {
    'OpenAI chat': openai.chat('mock'),
    'OpenAI Responses': openai.responses('mock'),
    Anthropic: anthropic('mock'),
  };
  const checks = {};
  for (const [name, model] of Object.entries(models)) {
    checks[`ai: ${name} streams one part a token and its counts`] = async () => {
      const result = streamText({ model, prompt: 'Hello', headers: headers(), onError: () => {} });
      const parts = [];
      for await (const part of result.textStream) parts.push(part);
      assert.equal(parts.length, TOKENS);
      assert.equal((await result.usage).outputTokens, TOKENS);
      const whole = await generateText({ model, prompt: 'Hello', headers: headers() });
      assert.equal(whole.text, parts.join(''));
    };
    checks[`ai: ${name} calls a tool`] = async () => {
      const tools = { weather: tool({ inputSchema: jsonSchema(weather) }) };
      const result = streamText({ model, prompt: 'Hello', tools, headers: headers(), onError: () => {} });
      const calls = await result.toolCalls;
      assert.equal(calls[0].toolName, 'weather');
      checkWeather(calls[0].input);
    };
    checks[`ai: ${name} tries again after the time given`] = async () => {
      const before = performance.now();
      const key = name.replaceAll(' ', '-');
      await generateText({
        model, prompt: 'Hello', headers: fault(`status; code=429; retry-after=1; times=1; key=ai-${key}`) });
      assert.ok(performance.now() - before >= 1000);
    };
    checks[`ai: ${name} leaves and is noticed within 100 ms`] = () =>
      noticedAtOnce(url, `ai-${name.replaceAll(' ', '-')}`, async (id) => {
        const leaving = new AbortController();
        const result = streamText({
          model, prompt: 'Hello', headers: slow(id), abortSignal: leaving.signal, onError: () => {} });
        try {
          for await (const _ of result.textStream) leaving.abort();
        } catch (error) {
          assert.equal(error.name, 'AbortError');
        }
      });
    checks[`ai: ${name} reports an error inside the stream`] = async () => {
      const errors = [];
      const result = streamText({
        model, prompt: 'Hello', headers: fault('error-event; after=10'), onError: (e) => { errors.push(e.error); } });
      await result.consumeStream();
      assert.ok(errors.length > 0);
    };
  }
  return checks;
}
