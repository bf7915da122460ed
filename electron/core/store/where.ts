/** The conditions of one query, with their values. */
export class Where {
  readonly values: (string | number)[] = [];
  private readonly parts: string[] = [];

  and(part: string, ...values: (string | number)[]): this {
    this.parts.push(part);
    this.values.push(...values);
    return this;
  }

  get sql(): string {
    return this.parts.length === 0 ? '' : `WHERE ${this.parts.join(' AND ')}`;
  }
}
