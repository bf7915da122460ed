/** One measured thing, with what we aim at. */
export interface Row {
  what: string;
  value: number;
  unit: string;
  /** `at most 25`: absent where the row only informs. */
  aim?: { is: 'at least' | 'at most'; value: number };
}

export function met({ value, aim }: Row): boolean | undefined {
  if (!aim) return undefined;
  return aim.is === 'at most' ? value <= aim.value : value >= aim.value;
}

export function printTable(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  for (const row of rows) {
    const mark = met(row);
    const value = `${row.value} ${row.unit}`.padStart(16);
    const aim = row.aim ? `  ${row.aim.is} ${row.aim.value} ${mark ? '✓' : '✗ missed'}` : '';
    console.log(`  ${row.what.padEnd(58)}${value}${aim}`);
  }
}
