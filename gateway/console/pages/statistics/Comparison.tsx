import { useMemo } from "react";
import { Chart } from "../../parts/Chart.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Picker } from "../../parts/Picker.tsx";
import { useWords } from "../../words/use-words.ts";
import type { Address } from "./address.ts";
import { ComparedTable } from "./ComparedTable.tsx";
import look from "./Comparison.module.css";
import { drawComparison } from "./comparison-chart.ts";
import { figureText } from "./figure-text.ts";
import { figuresTaken } from "./figures-taken.ts";
import { useNames } from "./names.ts";
import { cellsAsked } from "./questions.ts";
import { seriesAt } from "./series.ts";
import type { Shown } from "./use-statistics.ts";

type Props = { shown: Shown; change: (more: Address) => void };

/** Two rows side by side: over the periods, and by kind of service or metric. */
export function Comparison({ shown, change }: Props) {
	const t = useWords();
	const { place, table, view } = shown;
	const names = useNames(table, view);
	const [own] = table.dimensions;
	const { compared } = view;
	const idOf = (at: number | undefined) => own?.values[at ?? -1]?.id;
	const options = names.inOrder.map((at) => ({ id: idOf(at) ?? "", name: names.own(at) }));
	const side = (which: 0 | 1) => (
		<Picker
			key={which}
			label={t("statistics.compare.pick")}
			options={options.filter(({ id }) => id !== idOf(compared[1 - which]))}
			value={[idOf(compared[which]) ?? ""]}
			isSingle
			onChange={([next]) => {
				const both = [idOf(compared[0]), idOf(compared[1])];
				both[which] = next;
				change({ compare: both.filter(Boolean).join(",") || undefined });
			}}
		>
			{compared[which] === undefined ? t("statistics.compare.any") : names.own(compared[which])}
		</Picker>
	);
	const series = useMemo(
		() => compared.map((one) => ({ ...seriesAt(table, view, one), name: names.own(one) })),
		[compared, table, view, names],
	);
	const option = useMemo(
		() =>
			drawComparison(series, view.columns.map(names.mark), {
				period: (at) => names.period(view.columns[at] ?? 0),
				figure: (figure) => figureText(t, figure),
				number: (value) => t.short(value),
			}),
		[series, view, names, t],
	);
	const cells = () => figuresTaken(shown, names, compared);
	const isWhole = series.length === 2;
	return (
		<Panel
			title={t("statistics.compare")}
			intro={t("statistics.compare.intro", { measure: names.measureWithUnit })}
		>
			<p id="comparison" className={look.sentence}>
				{t.rich("statistics.compare.sentence", { one: side(0), other: side(1) })}
			</p>
			{isWhole && (
				<>
					<Chart
						kind="series"
						label={t("statistics.compare.label", {
							measure: names.measure,
							one: series[0]?.name,
							other: series[1]?.name,
						})}
						option={option}
						height={280}
						taken={{
							file: `${table.id}-${compared.map(idOf).join("-")}`,
							cells,
							asked: cellsAsked(place, table, view, compared),
						}}
					/>
					<ComparedTable shown={shown} names={names} />
				</>
			)}
			{!isWhole && <p className="quiet">{t("statistics.compare.none")}</p>}
		</Panel>
	);
}
