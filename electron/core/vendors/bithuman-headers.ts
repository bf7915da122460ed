/** Both generations sign under the same name over different input; only the REST API sends the timestamp. */
export const bithumanHeaders = {
  signature: 'x-bithuman-signature',
  timestamp: 'x-bithuman-timestamp',
} as const;
