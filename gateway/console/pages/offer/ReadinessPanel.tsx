import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import {
	MrlLevelsDocument,
	type MrlLevelsQuery,
	TechnologyTransfersDocument,
} from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { type Column, cellsOf } from "../../parts/columns.ts";
import { Panel } from "../../parts/Panel.tsx";
import { Sourced } from "../../parts/Sourced.tsx";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { readinessOf } from "./readiness.ts";

type Level = MrlLevelsQuery["mrlLevels"][number] & { began: number | null; reached: number | null };

function useColumns(): Column<Level>[] {
	const t = useWords();
	return useMemo(
		() => [
			{
				id: "level",
				head: t("mrl.level"),
				width: 0.6,
				value: ({ level }) => level,
				cell: ({ level, source }) => (
					<Sourced name={t("mrl.named", { level })} source={source}>
						{String(level)}
					</Sourced>
				),
			},
			{
				id: "definition",
				head: t("mrl.definition"),
				width: 4,
				value: ({ definition, nativeDefinition }) =>
					t.language === "zh" ? nativeDefinition : definition,
			},
			{
				id: "stages",
				head: t("mrl.stages"),
				width: 2,
				value: ({ stages }) => stages.map((stage) => t.maybe(`stage.${stage}`, stage)).join(", "),
			},
			{ id: "began", head: t("mrl.began"), numeric: true, value: ({ began }) => began },
			{ id: "reached", head: t("mrl.reached"), numeric: true, value: ({ reached }) => reached },
		],
		[t],
	);
}

/** What each level of manufacturing readiness means, and how many transfers of the technology began at it and reached it. */
export function ReadinessPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(MrlLevelsDocument, {}));
	const told = useQuery(ask(TechnologyTransfersDocument, { id })).data?.data.engagements.nodes;
	const columns = useColumns();
	const rows = useMemo(
		() =>
			(query.data?.data.mrlLevels ?? []).map((one) => ({
				...one,
				...(told ? readinessOf(one.level, told) : { began: null, reached: null }),
			})),
		[query.data, told],
	);
	return (
		<Panel
			title={t("mrl.title")}
			intro={t("mrl.intro")}
			actions={
				<TakeAlong
					file="mrl-levels"
					cells={() => cellsOf(columns, rows)}
					asked={{ document: MrlLevelsDocument, variables: {} }}
				/>
			}
		>
			<Answered name={t("mrl.title")} query={query} height={420}>
				{() => (
					<Table
						caption={t("mrl.title")}
						columns={columns}
						rows={rows}
						keyOf={({ level }) => String(level)}
						empty={t("mrl.none")}
					/>
				)}
			</Answered>
		</Panel>
	);
}
