import { useWords } from "../../words/use-words.ts";
import look from "./Comparison.module.css";
import { byInner, type ComparedRow } from "./compared.ts";
import { FigureCell } from "./FigureCell.tsx";
import type { Names } from "./names.ts";
import { seriesAt } from "./series.ts";
import type { Shown } from "./use-statistics.ts";

function Pairs({
	caption,
	head,
	heads,
	rows,
}: {
	caption: string;
	head: string;
	heads: string[];
	rows: ComparedRow[];
}) {
	return (
		<table className={look.table}>
			<caption>{caption}</caption>
			<thead>
				<tr>
					<th scope="col">{head}</th>
					{heads.map((name) => (
						<th key={name} scope="col">
							{name}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map(({ key, name, figures }) => (
					<tr key={key}>
						<th scope="row">{name}</th>
						{figures.map((figure, index) => (
							<td key={heads[index]}>
								<FigureCell of={figure} />
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** Two rows of a table beside each other: period by period, and of the latest period by what else the table distinguishes. */
export function ComparedTable({ shown, names }: { shown: Shown; names: Names }) {
	const t = useWords();
	const { table, view } = shown;
	const heads = view.compared.map(names.own);
	const both = view.compared.map((place) => seriesAt(table, view, place).figures);
	const periods: ComparedRow[] = view.columns.flatMap((period, index) => {
		const figures = both.flatMap((one) => one[index] ?? []);
		return [{ key: period, name: names.period(period), figures }];
	});
	const inner = byInner(table, view);
	const dimension = inner && table.dimensions[inner.dimension];
	return (
		<div className={look.both}>
			<Pairs
				caption={t("statistics.compare.by-period", { measure: names.measureWithUnit })}
				head={t("statistics.dimension.period")}
				heads={heads}
				rows={periods}
			/>
			{inner && dimension && (
				<Pairs
					caption={t("statistics.compare.by-inner", {
						measure: names.measureWithUnit,
						period: names.period(inner.period),
					})}
					head={names.dimension(dimension)}
					heads={heads}
					rows={inner.rows.map(({ key, figures }) => ({
						key,
						name: names.value(dimension, key),
						figures,
					}))}
				/>
			)}
		</div>
	);
}
