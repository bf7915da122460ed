interface Props {
  day: string;
  /** In a table it is a cell; among options it is only seen, since each of them tells its whole time. */
  grid?: boolean;
}

/** Parts the rows of one day from those of the next. */
export function DayRow({ day, grid = false }: Props) {
  if (grid) {
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: the table itself takes the keys
      // biome-ignore lint/a11y/useSemanticElements: rows are placed one by one, which a table does not do
      <div role="gridcell" className="day">
        {day}
      </div>
    );
  }
  return (
    <div aria-hidden="true" className="day">
      {day}
    </div>
  );
}
