import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { CenterFiguresDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { cellsOf, useColumns } from "./figure-columns.tsx";
import { matches } from "./matches.ts";
import type { View } from "./view.ts";

const ORDER = [{ id: "subject", desc: false }];

/** What pages print of MEP centers, which another part of the hub knows. */
export function CentersPanel({ view }: { view: View }) {
	const t = useWords();
	const query = useQuery(ask(CenterFiguresDocument, {}));
	const nodes = query.data?.data.mepCenters.nodes;
	const names = useMemo(() => new Map(nodes?.map(({ id, name }) => [id, name])), [nodes]);
	const columns = useColumns(names);
	const rows = (nodes ?? [])
		.flatMap(({ observations }) => observations)
		.filter((row) => matches(row, names.get(row.subjectId) ?? "", view.where));
	return (
		<Panel
			title={t("figures.centers")}
			intro={t("figures.centers.intro")}
			actions={
				<TakeAlong
					file="center-figures"
					cells={() => cellsOf(rows)}
					asked={{ document: CenterFiguresDocument, variables: {} }}
				/>
			}
		>
			<Answered name={t("figures.centers")} query={query} height={320}>
				{() => (
					<Table
						caption={t("figures.centers")}
						columns={columns}
						rows={rows}
						keyOf={({ id }) => id}
						sorted={ORDER}
						empty={t("figures.centers.none")}
					/>
				)}
			</Answered>
		</Panel>
	);
}
