import { useLocation, useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Visit } from "../../offline/item.ts";
import { useOutbox } from "../../offline/use-outbox.ts";
import { Waiting } from "../../parts/Answered.tsx";
import { DeviceNotices } from "../../parts/DeviceNotices.tsx";
import { NotSignedIn } from "../../parts/NotSignedIn.tsx";
import { PATHS } from "../../parts/paths.ts";
import { returnedText } from "../../parts/visit.ts";
import { logsVisits } from "../../session/last-viewer.ts";
import { useDeviceViewer, useSession } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Log.module.css";
import { Resumed } from "./Resumed.tsx";
import { Submitted } from "./Submitted.tsx";
import { VisitForm } from "./VisitForm.tsx";

/** The draft that is gone on with where none was chosen: the one that was typed last. */
function lastDraft(visits: readonly Visit[]): Visit | undefined {
	return visits
		.filter(
			({ intent, record, refusal, sealed }) => intent === "KEEP" && !record && !refusal && !sealed,
		)
		.sort((one, other) => other.changedAt - one.changedAt)[0];
}

function Log({ owner }: { owner: string }) {
	const t = useWords();
	const navigate = useNavigate();
	const router = useRouter();
	const here = useLocation({ select: ({ pathname }) => pathname });
	const { draft } = useSearch({ from: PATHS.log });
	const { items, byKey } = useOutbox();
	const visits = items.filter((item) => item.type === "VISIT");
	// Which one is typed stays as it is, whatever happens to others meanwhile.
	const [resumed, setResumed] = useState(() => (draft ? undefined : lastDraft(visits)?.key));
	const [fresh, setFresh] = useState<string>(() => crypto.randomUUID());
	const [submitted, setSubmitted] = useState<string>();
	const key = draft ?? resumed ?? fresh;
	const visit = byKey.get(key);

	function begin(after?: string) {
		setSubmitted(after);
		setResumed(undefined);
		setFresh(crypto.randomUUID());
		// Who has left while the device kept the visit stays where they went.
		if (router.latestLocation.pathname === here)
			void navigate({ to: "/log", search: {}, replace: true });
	}
	return (
		<div className={look.page}>
			<h1 className={look.title}>
				{t(visit?.type === "VISIT" && visit.record ? "log.change" : "log.new")}
			</h1>
			<DeviceNotices />
			{submitted && <Submitted key={submitted} visitKey={submitted} />}
			{resumed === key && visit && <Resumed at={visit.changedAt} onBegin={() => begin()} />}
			{visit?.type === "VISIT" && visit.returned && (
				<p className={look.returned}>{returnedText(t, visit.returned)}</p>
			)}
			<VisitForm
				key={key}
				visitKey={key}
				owner={owner}
				visit={visit?.type === "VISIT" ? visit : undefined}
				onSubmitted={() => begin(key)}
			/>
		</div>
	);
}

/** The form in which a visit is logged, with or without signal. */
export function LogPage() {
	const t = useWords();
	const { status } = useSession();
	const viewer = useDeviceViewer();
	const { isReady, owner } = useOutbox();
	if (status === "WAITING") return <Waiting name={t("log.title")} height={600} />;
	if (!logsVisits(viewer)) return <NotSignedIn />;
	if (!isReady || !owner) return <Waiting name={t("log.title")} height={600} />;
	return <Log key={owner} owner={owner} />;
}
