import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { PublishLogDocument } from "../../graphql/graphql.ts";
import { Answered } from "../../parts/Answered.tsx";
import type { Column } from "../../parts/columns.ts";
import { Panel } from "../../parts/Panel.tsx";
import { PATHS } from "../../parts/paths.ts";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./LogPanel.module.css";
import { momentOf } from "./moment.ts";
import { wholeLog } from "./questions.ts";
import type { LogEntry } from "./verify-log.ts";

/** The latest first. */
const ORDER = [{ id: "seq", desc: true }];

/** Everything that was registered, published, activated, rolled back, suspended or granted. */
export function LogPanel({ partnerId }: { partnerId?: string }) {
	const t = useWords();
	const query = useQuery(wholeLog(partnerId));
	const rows = query.data?.data.publishLog.nodes ?? [];
	const columns = useMemo(
		(): Column<LogEntry>[] => [
			{ id: "seq", head: t("partners.log.seq"), width: 0.6, value: ({ seq }) => seq },
			{
				id: "at",
				head: t("partners.when"),
				width: 1.7,
				value: ({ at }) => at,
				cell: ({ at }) => momentOf(t.language, at),
			},
			{
				id: "action",
				head: t("partners.log.action"),
				width: 1.7,
				value: ({ action }) => action,
				cell: ({ action }) => t.maybe(`partners.action.${action}`, action),
			},
			{
				id: "about",
				head: t("partners.log.about"),
				width: 2,
				value: ({ partnerId: id, subgraph, version }) =>
					[id, subgraph, version].filter((part) => part !== null).join(" "),
				cell: ({ partnerId: id, subgraph, version }) => (
					<span>
						<Link to={PATHS.partner} params={{ id }}>
							{id}
						</Link>
						{subgraph && ` ${subgraph}`}
						{version !== null && ` ${version}`}
					</span>
				),
			},
			{
				id: "actor",
				head: t("partners.log.actor"),
				width: 1.4,
				value: ({ actor }) => actor,
			},
			{
				id: "signed",
				head: t("partners.log.signed"),
				value: ({ proof }) => (proof ? 1 : 0),
				cell: ({ proof }) => t(proof ? "partners.log.signed.yes" : "partners.log.signed.no"),
			},
			{
				id: "hash",
				head: t("partners.log.hash"),
				width: 2,
				value: ({ hash }) => hash,
				cell: ({ hash, detail }) => (
					<details>
						<summary>
							<code className={look.hash}>{hash.slice(0, 12)}…</code>
						</summary>
						<code className={look.hash}>{hash}</code>
						<p className={look.hash}>{detail}</p>
					</details>
				),
			},
		],
		[t],
	);
	const cells = () => ({
		columns: [
			"seq",
			"at",
			"actor",
			"action",
			"partner",
			"subgraph",
			"version",
			"detail",
			"proof",
			"previous",
			"hash",
		],
		rows: rows.map((row) => [
			row.seq,
			row.at,
			row.actor,
			row.action,
			row.partnerId,
			row.subgraph,
			row.version,
			row.detail,
			row.proof,
			row.previous,
			row.hash,
		]),
	});
	return (
		<Panel
			title={t("partners.log")}
			intro={
				partnerId &&
				t.rich("partners.log.of-partner", {
					whole: <Link to={PATHS.publishLog}>{t("partners.log.whole")}</Link>,
				})
			}
			actions={
				<TakeAlong
					file="publish-log"
					cells={cells}
					asked={{ document: PublishLogDocument, variables: partnerId ? { partnerId } : {} }}
				/>
			}
		>
			<Answered name={t("partners.log")} query={query} height={240}>
				{() => (
					<Table
						caption={t("partners.log")}
						columns={columns}
						rows={rows}
						keyOf={({ seq }) => String(seq)}
						sorted={ORDER}
						empty={t("partners.log.none")}
					/>
				)}
			</Answered>
		</Panel>
	);
}
