import { useInfiniteQuery } from "@tanstack/react-query";
import { CenterDirectoryDocument } from "../../graphql/graphql.ts";
import { cellsOf } from "../../parts/columns.ts";
import { Directories } from "../../parts/Directories.tsx";
import { DirectoryFilters } from "../../parts/DirectoryFilters.tsx";
import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { PagedRows } from "../../parts/PagedRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { sortingOf, sortOf } from "../../parts/view-address.ts";
import { useWords } from "../../words/use-words.ts";
import { HOSTS, KNOWN, variablesOf } from "./address.ts";
import { useCenterColumns } from "./columns.tsx";
import { centersOf } from "./questions.ts";

/** All centers of the MEP National Network, to search, narrow and sort. */
export function CentersPage() {
	const t = useWords();
	const address = useAddress(KNOWN);
	const query = useInfiniteQuery({
		...centersOf(address.says),
		placeholderData: (before) => before,
	});
	const all = useInfiniteQuery(centersOf({}));
	const columns = useCenterColumns();
	const nodes = query.data?.pages.flatMap(({ data }) => data.mepCenters.nodes) ?? [];
	const states = new Set(
		all.data?.pages.flatMap(({ data }) => data.mepCenters.nodes.map(({ state }) => state)),
	);
	const named = [...states].map((id) => ({ id, name: t.maybe(`state.${id}`, id) }));
	return (
		<>
			<NotUnderstood {...address} />
			<h1>{t("type.MepCenter")}</h1>
			<Directories />
			<Panel
				title={t("centers.list")}
				intro={t("centers.intro")}
				actions={
					<TakeAlong
						file="centers"
						cells={() => cellsOf(columns, nodes)}
						asked={{ document: CenterDirectoryDocument, variables: variablesOf(address.says) }}
					/>
				}
			>
				<DirectoryFilters
					label={t("centers.filters")}
					address={address}
					choices={[
						{
							name: "host",
							label: t("profile.host-kind"),
							all: t("centers.all-hosts"),
							options: HOSTS.map((id) => ({ id, name: t(`profile.host.${id}`) })),
						},
						{
							name: "state",
							label: t("profile.state"),
							all: t("profile.all-states"),
							options: named.sort((a, b) => a.name.localeCompare(b.name, t.language)),
						},
					]}
				/>
				<PagedRows
					name={t("type.MepCenter")}
					query={query}
					pageOf={({ mepCenters }) => mepCenters}
					height={1200}
				>
					{(rows) => (
						<Table
							caption={t("type.MepCenter")}
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
		</>
	);
}
