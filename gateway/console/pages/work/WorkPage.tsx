import { Link } from "@tanstack/react-router";
import { send } from "../../offline/outbox.ts";
import { useOutbox } from "../../offline/use-outbox.ts";
import { Waiting } from "../../parts/Answered.tsx";
import { DeviceNotices, saveBelongings } from "../../parts/DeviceNotices.tsx";
import { NotSignedIn } from "../../parts/NotSignedIn.tsx";
import { logsVisits } from "../../session/last-viewer.ts";
import { useDeviceViewer } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import { DevicePanel } from "./DevicePanel.tsx";
import { Records } from "./Records.tsx";
import look from "./Work.module.css";

/** What somebody did: on this device, and at the hub. */
export function WorkPage() {
	const t = useWords();
	const viewer = useDeviceViewer();
	const { isReady, owner, items, isSending } = useOutbox();
	if (!viewer || !logsVisits(viewer)) return <NotSignedIn />;
	if (!isReady || !owner) return <Waiting name={t("work.title")} height={600} />;
	return (
		<>
			<div className={look.head}>
				<h1>{t("work.title")}</h1>
				<Link to="/log" search={{ draft: crypto.randomUUID() }} className="action first">
					{t("work.log")}
				</Link>
			</div>
			<DeviceNotices />
			<DevicePanel />
			{items.length > 0 && (
				<div className={look.actions}>
					<button
						type="button"
						className="action"
						disabled={isSending}
						onClick={() => void send(true)}
					>
						{t("work.send-now")}
					</button>
					<button type="button" className="action" onClick={() => void saveBelongings(owner)}>
						{t("log.export")}
					</button>
				</div>
			)}
			<Records owner={owner} subject={viewer.subject} />
		</>
	);
}
