import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import {
	type QuarterRecordPageFragment,
	QuarterRecordsDocument,
	UndatedRecordsDocument,
} from "../../graphql/graphql.ts";
import { askPages } from "../../graphql/query.ts";
import { EngagementLink } from "../../parts/EngagementLink.tsx";
import { KindMark } from "../../parts/KindMark.tsx";
import { Listing } from "../../parts/Listing.tsx";
import { PagedRows } from "../../parts/PagedRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { PATHS } from "../../parts/paths.ts";
import type { Quarter } from "../../parts/quarters.ts";
import { workAreasOf } from "../../parts/work-areas.ts";
import { useSession } from "../../session/use-session.ts";
import { useWords, type Words } from "../../words/use-words.ts";

const ALL = [
	"approved",
	"submitted",
	"stranded",
	"reported",
	"amended",
	"tooCoarselyDated",
] as const;
export type Group = (typeof ALL)[number];

/** What is listed before a quarter is reported, what stands in the way first, and after it. */
export const GROUPS = {
	before: ["submitted", "stranded", "tooCoarselyDated", "approved"],
	after: ["submitted", "stranded", "amended", "reported", "tooCoarselyDated"],
} as const satisfies Record<string, readonly Group[]>;

type Row = QuarterRecordPageFragment["nodes"][number];

const itemsOf = (t: Words, rows: readonly Row[]) =>
	rows.map(({ id, sme, kind, title, startedOn, status, late }) => ({
		id,
		main: (
			<EngagementLink id={id}>
				{sme.name}
				{startedOn && ` · ${t.date(startedOn)}`}
			</EngagementLink>
		),
		about: (
			<>
				<KindMark kind={kind} /> {title && `· ${title} `}· {t(`work.status.${status}`)}
				{late && ` · ${t("quarters.late")}`}
			</>
		),
	}));

type Props = {
	group: Group;
	isReported: boolean;
	total: number;
	centerId: string;
	quarter: Quarter;
};

/** The records of one group of a quarter, page by page, with what has to become of them. */
export function RecordsPanel({ group, isReported, total, centerId, quarter }: Props) {
	const t = useWords();
	const { viewer } = useSession();
	const flags = Object.fromEntries(ALL.map((one) => [one, one === group])) as Record<
		Group,
		boolean
	>;
	const query = useInfiniteQuery({
		...askPages(
			QuarterRecordsDocument,
			{ centerId, ...quarter, ...flags },
			({ quarterPreview }) => quarterPreview[group]?.pageInfo ?? { hasNextPage: false },
		),
		enabled: total > 0,
		staleTime: 0,
	});
	// That nothing is open stands above; the services of a report are listed also where there are none.
	if (total === 0 && group !== (isReported ? "reported" : "approved")) return null;
	const title = t(`quarters.group.${group}`, { count: total });
	const canApprove =
		group === "submitted" && workAreasOf(viewer).some(({ to }) => to === PATHS.approvals);
	return (
		<Panel
			title={title}
			intro={
				<>
					{t(isReported ? `quarters.${group}.after` : `quarters.${group}.before`)}{" "}
					{canApprove && total > 0 && (
						<Link to={PATHS.approvals as "/work"}>{t("quarters.to-approvals")}</Link>
					)}
				</>
			}
		>
			{total === 0 ? (
				<p className="quiet">{t("quarters.none")}</p>
			) : (
				<PagedRows
					name={title}
					query={query}
					pageOf={({ quarterPreview }) => quarterPreview[group]}
					height={Math.min(total, 10) * 62}
				>
					{(rows) => <Listing items={itemsOf(t, rows)} empty={t("quarters.none")} />}
				</PagedRows>
			)}
		</Panel>
	);
}

/** Records of a center without any date, which belong to no quarter. */
export function UndatedPanel({ centerId, total }: { centerId: string; total: number }) {
	const t = useWords();
	const query = useInfiniteQuery({
		...askPages(UndatedRecordsDocument, { centerId }, ({ engagements }) => engagements.pageInfo),
		staleTime: 0,
	});
	const title = t("quarters.undated", { count: total });
	return (
		<Panel title={title} intro={t("quarters.undated.intro")}>
			<PagedRows
				name={title}
				query={query}
				pageOf={({ engagements }) => engagements}
				height={Math.min(total, 10) * 62}
			>
				{(rows) => <Listing items={itemsOf(t, rows)} empty={t("quarters.none")} />}
			</PagedRows>
		</Panel>
	);
}
