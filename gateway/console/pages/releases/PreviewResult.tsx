import { useMemo } from "react";
import type { Column } from "../../parts/columns.ts";
import { Fact, Facts } from "../../parts/Facts.tsx";
import { quartersText } from "../../parts/quarters.ts";
import { Table } from "../../parts/Table.tsx";
import { useWords } from "../../words/use-words.ts";
import type { Preview } from "./questions.ts";
import look from "./Releases.module.css";
import { figuresName, reasonText } from "./said.ts";
import { WaitingList } from "./WaitingList.tsx";

type TableRow = NonNullable<Preview["tables"]>[number];
type ReasonRow = NonNullable<Preview["suppressed"]>[number];

/** What would be published in each table. */
function Tables({ rows }: { rows: readonly TableRow[] }) {
	const t = useWords();
	const columns = useMemo(
		(): Column<TableRow>[] => [
			{
				id: "table",
				head: t("releases.table"),
				width: 3,
				value: ({ table, title }) => t.maybe(`statistics.table.${table}`, title),
			},
			...(["published", "suppressed", "empty"] as const).map(
				(id): Column<TableRow> => ({
					id,
					head: t(`releases.cells.${id}`),
					numeric: true,
					value: (row) => row[id],
					cell: (row) => t.number(row[id]),
				}),
			),
		],
		[t],
	);
	return (
		<Table
			caption={t("releases.tables")}
			columns={columns}
			rows={rows}
			keyOf={({ table }) => table}
			empty={t("releases.tables.none")}
		/>
	);
}

/** By which rule cells are withheld. */
function Reasons({ rows }: { rows: readonly ReasonRow[] }) {
	const t = useWords();
	const columns = useMemo(
		(): Column<ReasonRow>[] => [
			{
				id: "reason",
				head: t("releases.rule"),
				width: 4,
				value: ({ reason }) => reasonText(t, reason),
			},
			{
				id: "cells",
				head: t("releases.cells"),
				numeric: true,
				value: ({ cells }) => cells,
				cell: ({ cells }) => t.number(cells),
			},
		],
		[t],
	);
	return (
		<Table
			caption={t("releases.rules")}
			columns={columns}
			rows={rows}
			keyOf={({ reason }) => reason}
			empty={t("releases.rules.none")}
		/>
	);
}

/** What a finished preview says: what would be published, withheld and lost, what changed, and what waits. */
export function PreviewResult({ preview }: { preview: Preview }) {
	const t = useWords();
	const { periods, added, tables, suppressed, amended, waiting } = preview;
	const share = (value: number | null) => t.value(value ?? 0, "share");
	return (
		<>
			<Facts>
				<Fact name={t("releases.covers")}>{quartersText(t, periods ?? [])}</Fact>
				<Fact name={t("releases.added")}>
					{added?.length ? quartersText(t, added) : t("releases.added.none")}
				</Fact>
				<Fact name={t("releases.amended")}>
					{amended?.length
						? amended.map((name) => figuresName(t, name)).join(", ")
						: t("releases.amended.none")}
				</Fact>
				<Fact name={t("releases.waiting")}>
					{waiting?.length ? (
						<>
							<p>{t("releases.waiting.why")}</p>
							<WaitingList changes={waiting} />
						</>
					) : (
						t("releases.waiting.none")
					)}
				</Fact>
				<Fact name={t("releases.lost")}>
					{t("releases.lost.shares", {
						cells: share(preview.shareOfCellsSuppressed),
						records: share(preview.shareOfRecordsSuppressed),
					})}
				</Fact>
				<Fact name={t("releases.not-counted")}>
					{t("releases.not-counted.coarse", { count: preview.tooCoarselyDated ?? 0 })}
				</Fact>
				<Fact name={t("releases.audited")}>
					{t("releases.audited.cells", { count: preview.audited ?? 0 })}
				</Fact>
				<Fact name="SHA-256">
					<code className={look.digest}>{preview.digest}</code>
				</Fact>
			</Facts>
			<h3 className={look.subhead}>{t("releases.tables")}</h3>
			<Tables rows={tables ?? []} />
			<h3 className={look.subhead}>{t("releases.rules")}</h3>
			<p className="quiet">{t("releases.rules.intro")}</p>
			<Reasons rows={suppressed ?? []} />
		</>
	);
}
