import { useWords } from "../../words/use-words.ts";
import { Bars } from "./Bars.tsx";
import { figureText } from "./figure-text.ts";
import look from "./Multiples.module.css";
import type { Names } from "./names.ts";
import { OwnName } from "./OwnName.tsx";
import { recordOf } from "./record.ts";
import type { Series } from "./series.ts";
import type { StoredTable } from "./stored-table.ts";
import type { View } from "./view.ts";

type Props = {
	series: Series;
	table: StoredTable;
	view: View;
	names: Names;
	most: number;
	onCompare: () => void;
};

/** One of the small multiples: a row's name, its course, its latest figure. */
export function Multiple({ series, table, view, names, most, onCompare }: Props) {
	const t = useWords();
	const { place, figures } = series;
	const [own] = table.dimensions;
	const value = own?.values[place];
	const inState =
		own && value && recordOf(own, value) === "MepCenter"
			? names.own(own.values.findIndex(({ id }) => id === value.parent))
			: undefined;
	const latest = figures.findLastIndex(({ status }) => status !== "EMPTY");
	const figure = figures[latest];
	const name = names.own(place);
	const ends = [view.columns[0] ?? 0, ...view.columns.slice(1).slice(-1)];
	return (
		<li className={look.item}>
			<span className={look.name} data-drawn>
				<OwnName table={table} names={names} place={place} />
				{inState && <span className="quiet"> {inState}</span>}
			</span>
			<Bars series={series} view={view} names={names} most={most} />
			<span className={look.ends} aria-hidden="true">
				{ends.map((period) => (
					<span key={period} data-drawn>
						{names.mark(period)}
					</span>
				))}
			</span>
			<span className={look.foot}>
				{figure && (
					<span>
						{names.mark(view.columns[latest] ?? 0)}:{" "}
						<span className={look.latest}>{figureText(t, figure)}</span>
					</span>
				)}
				<button
					type="button"
					className={`${look.compare} screen-only`}
					aria-pressed={view.compared.includes(place)}
					aria-label={t("statistics.compare.this", { name })}
					onClick={onCompare}
				>
					{t("statistics.compare.short")}
				</button>
			</span>
		</li>
	);
}
