import { useState } from "react";
import { ChangesFold } from "../../parts/ChangesFold.tsx";
import { nameText } from "../../parts/place.ts";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { SourceLine } from "../../parts/SourceLine.tsx";
import { Synthetic } from "../../parts/Status.tsx";
import { useSession } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import { EndForm } from "./EndForm.tsx";
import look from "./Memberships.module.css";
import { type Membership, timeOf } from "./membership-words.ts";

/** One membership: whose, where, in which tier and when; and its ending. */
export function MembershipLine({ membership }: { membership: Membership }) {
	const t = useWords();
	const { viewer } = useSession();
	const [isAsking, setAsking] = useState(false);
	const [isEnded, setEnded] = useState(false);
	const { sme, institute, tier, note, source, synthetic, visibility, endsOn } = membership;
	// A manager sees no other center's confidential ones, and may end none of published sources.
	const isTheirs = viewer?.role === "PROGRAM_OFFICE" || visibility === "CONFIDENTIAL";
	const names = { sme: sme.name, institute: nameText(t, institute) };
	return (
		<li className={look.line}>
			<p>
				<RecordLink type="Sme" id={sme.id}>
					{sme.name}
				</RecordLink>
				{" · "}
				<RecordLink type="Institute" id={institute.id}>
					{names.institute}
				</RecordLink>
				{tier && ` · ${nameText(t, tier)}`} {synthetic && <Synthetic />}
			</p>
			<p className="quiet">
				{[
					timeOf(t, membership),
					visibility === "CONFIDENTIAL" && t("memberships.confidential"),
					note,
				]
					.filter(Boolean)
					.join(" · ")}{" "}
				<SourceLine source={source} />
			</p>
			{isEnded && (
				<p role="status">{t("memberships.ended", { ...names, time: timeOf(t, membership) })}</p>
			)}
			{isTheirs && !endsOn && !isAsking && (
				<button type="button" className="action" onClick={() => setAsking(true)}>
					{t("memberships.end.ask")}{" "}
					<span className="unseen">{t("memberships.end.of", names)}</span>
				</button>
			)}
			{isAsking && (
				<EndForm
					membership={membership}
					onDone={() => {
						setAsking(false);
						setEnded(true);
					}}
					onCancel={() => setAsking(false)}
				/>
			)}
			{isTheirs && <ChangesFold id={membership.id} />}
		</li>
	);
}
