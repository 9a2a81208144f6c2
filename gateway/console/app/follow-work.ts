import { deviceViewer, logsVisits, rememberViewer } from "../session/last-viewer.ts";
import { currentSession, subscribeToSession } from "../session/session.ts";

/** Starts what logs visits without signal once somebody is here who logs them; nobody else loads it. */
export function followWork(): void {
	let isStarted = false;
	const look = () => {
		const session = currentSession();
		if (session.status === "SIGNED_IN" && session.viewer && logsVisits(session.viewer))
			rememberViewer(session.viewer);
		if (isStarted || !logsVisits(deviceViewer(session))) return;
		isStarted = true;
		void import("../offline/start.ts").then(({ start }) => start());
	};
	subscribeToSession(look);
	look();
}
