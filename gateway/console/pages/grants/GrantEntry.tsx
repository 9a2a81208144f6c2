import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { PATHS } from "../../parts/paths.ts";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Grants.module.css";
import { aboutOf, type Grant, stateOf } from "./grants.ts";
import { RevokeButton } from "./RevokeButton.tsx";
import { Sent } from "./Sent.tsx";

type Props = { grant: Grant; now: string; viewer: SignedIn };

/** One grant: what, to whom, for what, until when; what was sent under it, and the way to revoke it. */
export function GrantEntry({ grant, now, viewer }: Props) {
	const t = useWords();
	const [isOpen, setOpen] = useState(false);
	const { id, partnerId, kind, purpose, consumer, grantedAt } = grant;
	const state = stateOf(grant, now);
	const end = grant.revokedAt ?? grant.expiresAt ?? grantedAt;
	const about = aboutOf(grant);
	return (
		<li className={look.entry}>
			<p>
				<strong className={look.about}>{about}</strong> · {t(`grants.kind.${kind}`)} ·{" "}
				<Link to={PATHS.partner} params={{ id: partnerId }}>
					{partnerId}
				</Link>
			</p>
			<p className={look.purpose}>{purpose}</p>
			<p className="quiet">
				{t(`grants.state.${state}`, { date: t.date(end.slice(0, 10)) })} ·{" "}
				{t("grants.granted", { date: t.date(grantedAt.slice(0, 10)), consumer })}
			</p>
			<div className={look.actions}>
				<button
					type="button"
					className="action"
					aria-expanded={isOpen}
					onClick={() => setOpen(!isOpen)}
				>
					{t("grants.disclosures")}
					<span className="unseen"> {about}</span>
				</button>
				<Link to={PATHS.publishLog} search={{ partner: partnerId }} className="action">
					{t("grants.history")}
					<span className="unseen"> {about}</span>
				</Link>
				{["open", "until"].includes(state) && <RevokeButton grant={grant} viewer={viewer} />}
			</div>
			{isOpen && <Sent grantId={id} />}
		</li>
	);
}
