import type { JsonObject } from '../../../shared/events.ts';
import { randomHex } from './random-hex.ts';
import type { Sample, SignedCall } from './vendor.ts';

/** A delivery of bitHuman's REST API, unsigned; undefined for what that API never tells. */
export function sampleBithuman(sample: Sample): SignedCall | undefined {
  const told = tell(sample);
  if (!told) return undefined;
  const id = `evt_${randomHex(16)}`;
  const body = { id, event: told.event, created: Math.floor(sample.at / 1000), data: told.data };
  return {
    headers: {
      'Content-Type': 'application/json',
      'X-BitHuman-Event': told.event,
      'X-BitHuman-Delivery': id,
    },
    body: Buffer.from(JSON.stringify(body)),
  };
}

function tell({ kind, agentId, text }: Sample): { event: string; data: JsonObject } | undefined {
  const agent = { agent_id: agentId, code: agentId };
  const job = `job_${randomHex(8)}`;
  switch (kind) {
    case 'agent.ready':
      return { event: 'agent.ready', data: agent };
    case 'agent.failed':
      return { event: 'agent.failed', data: { ...agent, error: text ?? 'No face was found in the image.' } };
    case 'video.completed':
      return {
        event: 'video.completed',
        data: {
          job_id: job,
          status: 'completed',
          model: 'essence',
          video_url: `https://videos.example.com/${job}.mp4`,
          duration_seconds: 42.5,
          credits_charged: 85,
        },
      };
    case 'video.failed':
      return {
        event: 'video.failed',
        data: {
          job_id: job,
          status: 'failed',
          model: 'essence',
          error: { message: text ?? 'The audio is longer than the plan allows.' },
        },
      };
    case 'endpoint.test':
      return { event: 'ping', data: {} };
    default:
      return undefined;
  }
}
