import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import {
	InstituteMembershipsDocument,
	type InstituteMembershipsQuery,
} from "../../graphql/graphql.ts";
import { askPages } from "../../graphql/query.ts";
import { type Column, cellsOf } from "../../parts/columns.ts";
import { PagedRows } from "../../parts/PagedRows.tsx";
import { PATHS } from "../../parts/paths.ts";
import { nameText } from "../../parts/place.ts";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { Sourced } from "../../parts/Sourced.tsx";
import { NotAvailable, Synthetic } from "../../parts/Status.tsx";
import { Subhead } from "../../parts/Subhead.tsx";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { WorkLink } from "../../parts/WorkLink.tsx";
import { useWords } from "../../words/use-words.ts";

type Row = NonNullable<InstituteMembershipsQuery["institute"]>["memberships"]["nodes"][number];

const NO_MORE = { hasNextPage: false };

/** Manufacturers that are members, as far as one may see them. */
export function Memberships({ id }: { id: string }) {
	const t = useWords();
	const query = useInfiniteQuery(
		askPages(
			InstituteMembershipsDocument,
			{ id },
			({ institute }) => institute?.memberships.pageInfo ?? NO_MORE,
		),
	);
	const columns = useMemo(
		(): Column<Row>[] => [
			{
				id: "manufacturer",
				head: t("profile.manufacturer"),
				width: 2,
				value: ({ sme }) => sme.name,
				cell: ({ sme, synthetic }) => (
					<>
						<RecordLink type="Sme" id={sme.id}>
							{sme.name}
						</RecordLink>{" "}
						{synthetic && <Synthetic />}
					</>
				),
			},
			{
				id: "tier",
				head: t("profile.tier"),
				value: ({ tier }) => tier?.name,
				cell: ({ tier }) =>
					tier ? nameText(t, tier) : <NotAvailable reason={t("profile.no-source")} />,
			},
			{
				id: "since",
				head: t("profile.member-since"),
				width: 1.4,
				value: ({ startsOn, seenOn }) => startsOn ?? seenOn,
				cell: ({ startsOn, endsOn, seenOn, source, note }) => {
					const start = startsOn && t.date(startsOn);
					const seen = seenOn && t("profile.member-seen", { date: t.date(seenOn) });
					const end = endsOn && t("profile.member-until", { date: t.date(endsOn) });
					const said = [start ?? seen ?? t("profile.no-date"), end].filter(Boolean).join(" ");
					return (
						<Sourced
							name={t("profile.member-since")}
							source={source}
							told={[[t("source.note"), note]]}
						>
							{said}
						</Sourced>
					);
				},
			},
		],
		[t],
	);
	const told =
		query.data?.pages.flatMap(({ data }) => data.institute?.memberships.nodes ?? []) ?? [];
	return (
		<>
			<Subhead title={t("profile.memberships")}>
				<WorkLink to={PATHS.memberships} search={{ institute: id }}>
					{t("profile.memberships.work")}
				</WorkLink>
				<TakeAlong
					file={`${id}-memberships`}
					cells={() => cellsOf(columns, told)}
					asked={{ document: InstituteMembershipsDocument, variables: { id } }}
				/>
			</Subhead>
			<PagedRows
				name={t("profile.memberships")}
				query={query}
				pageOf={({ institute }) => institute?.memberships}
				height={60}
			>
				{(rows) => (
					<Table
						caption={t("profile.memberships")}
						columns={columns}
						rows={rows}
						keyOf={(row) => row.id}
						empty={t("profile.memberships.none")}
					/>
				)}
			</PagedRows>
		</>
	);
}
