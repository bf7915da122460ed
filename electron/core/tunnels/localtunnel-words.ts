/** What the localtunnel thread is told, and what it tells. */
export interface ThreadData {
  host: string;
  port: number;
  name?: string;
}

export type FromThread =
  | { opened: { url: string; name: string } }
  /** The status of the server's answer; null where none came. */
  | { refused: number | null }
  | { lost: true };
