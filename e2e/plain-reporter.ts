import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Ends with why tests were skipped, and one plain line of counts. */
export default class PlainReporter implements Reporter {
  private readonly counts = { passed: 0, failed: 0, skipped: 0 };
  private readonly reasons = new Map<string, number>();

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === 'skipped') {
      this.counts.skipped++;
      const reason = result.annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given';
      this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    } else if (test.outcome() === 'unexpected') {
      this.counts.failed++;
    } else {
      this.counts.passed++;
    }
  }

  onEnd(_: FullResult): void {
    for (const [reason, count] of this.reasons) console.log(`\n  ${count} skipped: ${reason}`);
    const { passed, failed, skipped } = this.counts;
    console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
}
