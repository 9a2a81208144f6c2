import { Link, Navigate } from "@tanstack/react-router";
import { useOutbox } from "../../offline/use-outbox.ts";
import { Waiting } from "../../parts/Answered.tsx";
import { DeviceNotices } from "../../parts/DeviceNotices.tsx";
import { NotSignedIn } from "../../parts/NotSignedIn.tsx";
import { PartsNav } from "../../parts/PartsNav.tsx";
import { workAreasOf } from "../../parts/work-areas.ts";
import { logsVisits } from "../../session/last-viewer.ts";
import { useDeviceViewer, useSession } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import { Belongings } from "./Belongings.tsx";
import { DevicePanel } from "./DevicePanel.tsx";
import { Records } from "./Records.tsx";
import look from "./Work.module.css";

/** What somebody did: on this device, and at the hub. */
export function WorkPage() {
	const t = useWords();
	const { status } = useSession();
	const viewer = useDeviceViewer();
	const { isReady, owner } = useOutbox();
	if (status === "WAITING") return <Waiting name={t("work.title")} height={600} />;
	const areas = workAreasOf(viewer);
	const [first] = areas;
	// The program office logs nothing itself.
	if (first && !logsVisits(viewer)) return <Navigate to={first.to as "/work"} replace />;
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
			{areas.length > 1 && <PartsNav label={t("work.areas")} parts={areas} />}
			<DeviceNotices />
			<DevicePanel />
			<Belongings owner={owner} />
			<Records owner={owner} subject={viewer.subject} />
		</>
	);
}
