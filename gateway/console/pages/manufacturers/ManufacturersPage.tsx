import { useInfiniteQuery } from "@tanstack/react-query";
import { ManufacturersDocument } from "../../graphql/graphql.ts";
import { DirectoryFilters } from "../../parts/DirectoryFilters.tsx";
import { SECTORS, STATES } from "../../parts/lists.ts";
import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { PagedRows } from "../../parts/PagedRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { BASE_PATH } from "../../session/address.ts";
import { useWords } from "../../words/use-words.ts";
import { KNOWN, SIZES } from "./address.ts";
import look from "./ManufacturersPage.module.css";
import { ManufacturersTable } from "./ManufacturersTable.tsx";
import { pagesOf, variablesOf } from "./questions.ts";

/** All manufacturers that the reader may see, to search, narrow and sort. */
export function ManufacturersPage() {
	const t = useWords();
	const address = useAddress(KNOWN);
	const { says } = address;
	const query = useInfiniteQuery({ ...pagesOf(says), placeholderData: (before) => before });
	const states = STATES.map((id) => ({ id, name: t.maybe(`state.${id}`, id) }));
	const { sort: _order, ...narrowed } = says;
	return (
		<>
			<NotUnderstood {...address} />
			<h1 className={look.title}>{t("manufacturers.title")}</h1>
			<Panel
				title={t("manufacturers.list")}
				intro={t("manufacturers.intro")}
				actions={
					<TakeAlong
						file="manufacturers"
						csvAt={`${BASE_PATH}manufacturers.csv?${new URLSearchParams(narrowed)}`}
						asked={{ document: ManufacturersDocument, variables: variablesOf(says) }}
					/>
				}
			>
				<DirectoryFilters
					label={t("manufacturers.filters")}
					address={address}
					choices={[
						{
							name: "state",
							label: t("manufacturers.state"),
							all: t("manufacturers.all-states"),
							options: states.sort((a, b) => a.name.localeCompare(b.name, t.language)),
						},
						{
							name: "naics",
							label: t("manufacturers.industry"),
							all: t("manufacturers.all-industries"),
							options: SECTORS.map((id) => ({ id, name: `${id} ${t(`sector.${id}`)}` })),
						},
						{
							name: "size",
							label: t("manufacturers.size"),
							all: t("manufacturers.all-sizes"),
							options: SIZES.map((id) => ({ id, name: t(`manufacturers.size.${id}`) })),
						},
					]}
				/>
				<PagedRows
					name={t("manufacturers.list")}
					query={query}
					pageOf={({ smes }) => smes}
					height={1200}
				>
					{(rows, total) => <ManufacturersTable rows={rows} total={total} address={address} />}
				</PagedRows>
			</Panel>
		</>
	);
}
