import { create as words } from '../../words/endpoints.ts';

/** What a person has typed about how deliveries are proved. */
export interface ProofDraft {
  useHeader: boolean;
  headerName: string;
  headerValue: string;
  useSecret: boolean;
  secret: string;
}

export interface ProofProblems {
  headerName?: string;
  headerValue?: string;
}

/** Says early what the core would refuse; shared/endpoints.ts has the last word. */
export function checkProof({ useHeader, headerName, headerValue }: ProofDraft): ProofProblems {
  if (!useHeader) return {};
  return {
    ...(!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,100}$/.test(headerName) && { headerName: words.badHeader }),
    ...(!/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(headerValue) && { headerValue: words.badValue }),
  };
}

/** The secrets as they go down: only what is used and not empty. */
export function proofInput({ useHeader, headerName, headerValue, useSecret, secret }: ProofDraft) {
  return {
    ...(useHeader && { header: { name: headerName, value: headerValue } }),
    ...(useSecret && secret !== '' && { secret }),
  };
}
