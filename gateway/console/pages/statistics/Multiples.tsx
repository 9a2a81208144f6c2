import { useRef } from "react";
import { Panel } from "../../parts/Panel.tsx";
import { Suppressed } from "../../parts/Status.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useThemeColors } from "../../parts/theme-colors.ts";
import { useWords } from "../../words/use-words.ts";
import type { Address } from "./address.ts";
import { Hatching } from "./Bars.tsx";
import { Choice } from "./Choice.tsx";
import { figuresTaken } from "./figures-taken.ts";
import { Multiple } from "./Multiple.tsx";
import look from "./Multiples.module.css";
import { tableName, useNames } from "./names.ts";
import { cellsAsked } from "./questions.ts";
import { chosenWith, mostOf, seriesOf, withheldOf } from "./series.ts";
import { saveSheet } from "./sheet.ts";
import type { Shown } from "./use-statistics.ts";

type Props = { shown: Shown; change: (more: Address) => void };

const SCALES = ["one", "own"] as const;

/** A small chart for each row, all on one scale unless each is asked on its own. */
export function Multiples({ shown, change }: Props) {
	const t = useWords();
	const color = useThemeColors();
	const list = useRef<HTMLUListElement>(null);
	const { place, table, view } = shown;
	const names = useNames(table, view);
	const rows = names.inOrder.filter((row) => view.rows.includes(row));
	const { some, none } = seriesOf(table, { ...view, rows });
	const most = mostOf(some);
	const withheld = withheldOf(some);
	const [own] = table.dimensions;
	const idOf = (at: number) => own?.values[at]?.id ?? "";
	const title = t("statistics.multiples", { measure: names.measure });
	// What a picture has to say of itself.
	const heading = [
		tableName(t, table.id, table.title),
		names.measureWithUnit,
		...table.dimensions.slice(1, -1).map((one, index) => names.value(one, view.at[index + 1] ?? 0)),
		t("statistics.release", { number: place.release.number }),
		...(place.release.synthetic ? [t("synthetic")] : []),
	].join(" · ");
	const file = `${table.id}-release-${place.release.number}`;
	const listed = new Intl.ListFormat(t.language, { type: "conjunction" });
	return (
		<Panel
			title={title}
			intro={`${t(view.isOwnScale ? "statistics.multiples.own" : "statistics.multiples.intro", {
				unit: names.unit,
				most: t.number(most < 1e-6 ? 0 : most),
			})}${place.release.basis === "PUBLISHED_CASES" ? t("statistics.multiples.gaps") : ""}`}
			actions={
				<TakeAlong
					file={file}
					cells={() => figuresTaken(shown, names, view.rows)}
					asked={cellsAsked(place, table, view)}
					savePicture={() => void (list.current && saveSheet(file, heading, list.current, color))}
				/>
			}
		>
			<Hatching />
			<div className={look.tools}>
				<Choice
					legend={t("statistics.level")}
					name="level"
					options={view.levels.map((level) => ({
						id: String(level),
						name: t.maybe(
							`statistics.level.${own?.id}.${level}`,
							t("statistics.level.some", { level }),
						),
					}))}
					value={String(view.level)}
					onChange={(level) => change({ level })}
				/>
				<Choice
					legend={t("statistics.periods")}
					name="periods"
					options={view.grains.map((id) => ({ id, name: t(`statistics.periods.${id}`) }))}
					value={view.grain}
					onChange={(periods) => change({ periods })}
				/>
				<Choice
					legend={t("statistics.scale")}
					name="scale"
					options={SCALES.map((id) => ({ id, name: t(`statistics.scale.${id}`) }))}
					value={view.isOwnScale ? "own" : "one"}
					onChange={(scale) => change({ scale: scale === "own" ? scale : undefined })}
				/>
			</div>
			<ul className={look.legend} aria-label={t("statistics.legend")}>
				<li>
					<span className={look.bar} aria-hidden="true" /> {t("statistics.legend.figure")}
				</li>
				{withheld > 0 && (
					<li>
						<span aria-hidden="true">
							<Suppressed />
						</span>{" "}
						{t("statistics.legend.withheld", { count: withheld })}
					</li>
				)}
				<li>
					<span className={look.zero} aria-hidden="true" /> {t("statistics.legend.zero")}
				</li>
			</ul>
			<ul ref={list} className={look.list} aria-label={title}>
				{some.map((series) => (
					<Multiple
						key={series.place}
						series={series}
						table={table}
						view={view}
						names={names}
						most={view.isOwnScale ? mostOf([series]) : most}
						onCompare={() =>
							change({
								compare: chosenWith(view.compared, series.place).map(idOf).join(",") || undefined,
							})
						}
					/>
				))}
			</ul>
			{some.length === 0 && <p>{t("statistics.all-zero")}</p>}
			{none.length > 0 && some.length > 0 && (
				<details className={look.none}>
					<summary>{t("statistics.zero-throughout", { count: none.length })}</summary>
					<p>{listed.format(none.map(names.own))}</p>
				</details>
			)}
			<p role="status" className="quiet">
				{view.compared.length === 2 && (
					<a href="#comparison" className={look.see}>
						{t("statistics.compare.see", {
							one: names.own(view.compared[0] ?? 0),
							other: names.own(view.compared[1] ?? 0),
						})}
					</a>
				)}
				{view.compared.length === 1 && t("statistics.compare.one-more")}
			</p>
		</Panel>
	);
}
