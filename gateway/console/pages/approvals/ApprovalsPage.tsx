import { PATHS } from "../../parts/paths.ts";
import { WorkPlace } from "../../parts/WorkPlace.tsx";
import { useSession } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import { Approvals } from "./Approvals.tsx";

/** What waits for approval at the manager's center. */
export function ApprovalsPage() {
	const t = useWords();
	const { viewer } = useSession();
	return (
		<WorkPlace to={PATHS.approvals} title="work.approvals" intro={t("approvals.intro")}>
			{viewer && <Approvals viewer={viewer} />}
		</WorkPlace>
	);
}
