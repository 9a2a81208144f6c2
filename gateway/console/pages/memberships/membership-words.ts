import type { WorkMembershipsQuery } from "../../graphql/graphql.ts";
import type { Words } from "../../words/use-words.ts";

export type Membership = WorkMembershipsQuery["memberships"]["nodes"][number];

/** Since when, until when or when seen, in words. */
export function timeOf(
	t: Words,
	{ startsOn, endsOn, seenOn }: Pick<Membership, "startsOn" | "endsOn" | "seenOn">,
): string {
	const said = [
		startsOn && t("memberships.since", { date: t.date(startsOn) }),
		!startsOn && seenOn && t("memberships.seen", { date: t.date(seenOn) }),
		endsOn && t("memberships.until", { date: t.date(endsOn) }),
	].filter(Boolean);
	return said.join(" ") || t("memberships.undated");
}
