// Requests to the service, which answers with JSON or with problem details
// (RFC 9457).

import {parse} from './exact.js';
import {text} from './texts.js';

/** Refusal is an answer of the service that is not 2xx. */
export class Refusal extends Error {
  constructor(status, problem, retryAfter) {
    super(status === 401 ? text('signed_out') : problem.detail || problem.title || `HTTP ${status}`); // 401 speaks to programs
    this.status = status;
    this.code = problem.code || '';
    this.errors = problem.errors || [];
    this.requestID = problem.request_id || '';
    this.retryAfter = retryAfter; // milliseconds; 0 where the service names none
  }
}

/** whyFailed is what a person is told of a request that came to nothing. */
export function whyFailed(error) {
  return error instanceof Refusal ? error.message : text('unreachable');
}

/** patience is how long an answer may take, in milliseconds. */
const patience = 20_000;

/**
 * call sends a request and gives {status, etag, body}; body is null for 204 and
 * 304. A body is sent as JSON, a file as it is. It throws a Refusal where the service refuses, and a TypeError or a
 * DOMException where it cannot be reached.
 */
export async function call(method, path, {body, headers = {}, media = 'application/json', keepalive = false} = {}) {
  const answer = await fetch(path, {
    method, keepalive, cache: 'no-store', credentials: 'same-origin',
    headers: body === undefined ? headers : {...headers, 'Content-Type': media},
    body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
  });
  const content = await decode(answer);
  if (!answer.ok && answer.status !== 304) {
    throw new Refusal(answer.status, content || {}, 1000 * (Number(answer.headers.get('Retry-After')) || 0));
  }
  return {status: answer.status, etag: answer.headers.get('ETag'), body: content};
}

async function decode(answer) {
  const type = answer.headers.get('Content-Type') || '';
  if (answer.status === 204 || answer.status === 304 || !/json/.test(type)) return null;
  return parse(await answer.text());
}
