import { useInfiniteQuery } from "@tanstack/react-query";
import { WorkMembershipsDocument } from "../../graphql/graphql.ts";
import { askPages } from "../../graphql/query.ts";
import { dayOf } from "../../parts/day.ts";
import { PagedRows } from "../../parts/PagedRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import type { AddressView } from "../../parts/use-address.ts";
import { hubNow } from "../../session/session.ts";
import { useWords } from "../../words/use-words.ts";
import { membershipsOf } from "./address.ts";
import { Filters } from "./Filters.tsx";
import { MembershipLine } from "./MembershipLine.tsx";

/** Memberships that the viewer sees, the latest recorded first, each to be ended. */
export function ListPanel({ address }: { address: AddressView }) {
	const t = useWords();
	const variables = membershipsOf(address.says, dayOf(hubNow()));
	const query = useInfiniteQuery({
		...askPages(WorkMembershipsDocument, variables, ({ memberships }) => memberships.pageInfo),
		placeholderData: (before) => before,
	});
	const told = query.data?.pages.flatMap(({ data }) => data.memberships.nodes) ?? [];
	const cells = () => ({
		columns: ["id", "manufacturer", "institute", "tier", "since", "until", "note"],
		rows: told.map(({ id, sme, institute, tier, startsOn, endsOn, note }) => [
			id,
			sme.name,
			institute.name,
			tier?.name,
			startsOn,
			endsOn,
			note,
		]),
	});
	return (
		<Panel
			title={t("memberships.list")}
			intro={t("memberships.list.intro")}
			actions={
				<TakeAlong
					file="memberships"
					cells={cells}
					asked={{ document: WorkMembershipsDocument, variables }}
				/>
			}
		>
			<Filters address={address} />
			<PagedRows
				name={t("memberships.list")}
				query={query}
				pageOf={({ memberships }) => memberships}
				height={400}
			>
				{(rows) =>
					rows.length === 0 ? (
						<p className="quiet">{t("memberships.none")}</p>
					) : (
						<ul>
							{rows.map((membership) => (
								<MembershipLine key={membership.id} membership={membership} />
							))}
						</ul>
					)
				}
			</PagedRows>
		</Panel>
	);
}
