// Google's own client: generateContent.
import assert from 'node:assert/strict';
import { GoogleGenAI } from '@google/genai';
import { checkWeather, fault, headers, TOKENS, weather } from './knobs.mjs';

const request = { model: 'mock', contents: 'Hello' };

export function geminiChecks(url) {
  const client = (sent) =>
    new GoogleGenAI({ apiKey: 'none', httpOptions: { baseUrl: url, headers: sent } });
  return {
    'gemini: a stream has one response a token and its counts': async () => {
      const stream = await client(headers()).models.generateContentStream(request);
      const texts = [];
      let last;
      for await (const chunk of stream) {
        if (chunk.text) texts.push(chunk.text);
        last = chunk;
      }
      assert.equal(texts.length, TOKENS);
      assert.equal(last.candidates[0].finishReason, 'STOP');
      assert.equal(last.usageMetadata.candidatesTokenCount, TOKENS);
      const body = await client(headers()).models.generateContent(request);
      assert.equal(body.text, texts.join(''));
    },
    'gemini: a function is called': async () => {
      const config = { tools: [{ functionDeclarations: [{ name: 'weather', parametersJsonSchema: weather }] }] };
      const body = await client(headers()).models.generateContent({ ...request, config });
      assert.equal(body.functionCalls[0].name, 'weather');
      checkWeather(body.functionCalls[0].args);
    },
    'gemini: models are listed': async () => {
      const names = [];
      for await (const model of await client(headers()).models.list()) names.push(model.name);
      assert.ok(names.includes('models/mock'));
    },
    'gemini: an error inside the stream is raised': async () => {
      const stream = await client(fault('error-event; after=10')).models.generateContentStream(request);
      await assert.rejects(async () => { for await (const _ of stream); });
    },
    'gemini: a wrong request is an ApiError with its status': async () => {
      await assert.rejects(
        client(headers()).models.generateContent({ ...request, config: { temperature: 9 } }),
        (error) => error.status === 400);
    },
  };
}
