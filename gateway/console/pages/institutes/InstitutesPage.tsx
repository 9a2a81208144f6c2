import { useInfiniteQuery } from "@tanstack/react-query";
import { InstituteDirectoryDocument } from "../../graphql/graphql.ts";
import { cellsOf } from "../../parts/columns.ts";
import { Directories } from "../../parts/Directories.tsx";
import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { PagedRows } from "../../parts/PagedRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { sortingOf, sortOf } from "../../parts/view-address.ts";
import { useWords } from "../../words/use-words.ts";
import { KNOWN, variablesOf } from "./address.ts";
import { useInstituteColumns } from "./columns.tsx";
import { InstituteFilters } from "./InstituteFilters.tsx";
import { NetworksPanel } from "./NetworksPanel.tsx";
import { institutesOf } from "./questions.ts";

/** All institutes, to search, narrow and sort, and the networks that they belong to. */
export function InstitutesPage() {
	const t = useWords();
	const address = useAddress(KNOWN);
	const query = useInfiniteQuery({
		...institutesOf(address.says),
		placeholderData: (before) => before,
	});
	const columns = useInstituteColumns();
	const nodes = query.data?.pages.flatMap(({ data }) => data.institutes.nodes) ?? [];
	return (
		<>
			<NotUnderstood {...address} />
			<h1>{t("institutes.title")}</h1>
			<Directories />
			<Panel
				title={t("type.Institute")}
				intro={t("institutes.intro")}
				actions={
					<TakeAlong
						file="institutes"
						cells={() => cellsOf(columns, nodes)}
						asked={{ document: InstituteDirectoryDocument, variables: variablesOf(address.says) }}
					/>
				}
			>
				<InstituteFilters address={address} />
				<PagedRows
					name={t("type.Institute")}
					query={query}
					pageOf={({ institutes }) => institutes}
					height={900}
				>
					{(rows) => (
						<Table
							caption={t("type.Institute")}
							columns={columns}
							rows={rows}
							keyOf={({ id }) => id}
							sorted={sortingOf(address.says.sort)}
							onSort={(sorting) => address.say({ sort: sortOf(sorting) })}
							empty={t("profile.search.none")}
						/>
					)}
				</PagedRows>
			</Panel>
			<NetworksPanel />
		</>
	);
}
