import { useQuery } from "@tanstack/react-query";
import {
	ManufacturerMembershipsDocument,
	type ManufacturerMembershipsQuery,
} from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { ChangesFold } from "../../parts/ChangesFold.tsx";
import { Listing } from "../../parts/Listing.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { PATHS } from "../../parts/paths.ts";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { SourceLine } from "../../parts/SourceLine.tsx";
import { Synthetic } from "../../parts/Status.tsx";
import { WorkLink } from "../../parts/WorkLink.tsx";
import { useWords, type Words } from "../../words/use-words.ts";

type Membership = NonNullable<ManufacturerMembershipsQuery["sme"]>["memberships"]["nodes"][number];

/** Since when, until when or when seen, and its note. */
function aboutOf(t: Words, { startsOn, endsOn, seenOn, note }: Membership): string {
	const when = [
		startsOn && t("membership.since", { date: t.date(startsOn) }),
		endsOn && t("membership.until", { date: t.date(endsOn) }),
		seenOn && t("membership.seen", { date: t.date(seenOn) }),
	];
	return [...when, note].filter(Boolean).join(" · ");
}

/** Institutes of which it is or was a member. */
export function MembershipsPanel({ id }: { id: string }) {
	const t = useWords();
	const isChinese = t.language === "zh";
	const query = useQuery(ask(ManufacturerMembershipsDocument, { id }));
	const itemOf = (membership: Membership) => {
		const { institute, tier, source, synthetic } = membership;
		const tierName = tier && ((isChinese && tier.nativeName) || tier.name);
		return {
			id: membership.id,
			main: (
				<>
					<RecordLink type="Institute" id={institute.id}>
						{(isChinese && institute.nativeName) || institute.name}
					</RecordLink>
					{tierName && `, ${t("membership.tier", { tier: tierName })}`} {synthetic && <Synthetic />}
				</>
			),
			about: (
				<>
					{aboutOf(t, membership)} <SourceLine source={source} />
					<ChangesFold id={membership.id} />
				</>
			),
		};
	};
	return (
		<Panel
			anchor="memberships"
			title={t("membership.title")}
			actions={
				<WorkLink to={PATHS.memberships} search={{ sme: id }}>
					{t("profile.memberships.work")}
				</WorkLink>
			}
		>
			<Answered name={t("membership.title")} query={query} height={60}>
				{({ sme }) =>
					sme && <Listing items={sme.memberships.nodes.map(itemOf)} empty={t("membership.none")} />
				}
			</Answered>
		</Panel>
	);
}
