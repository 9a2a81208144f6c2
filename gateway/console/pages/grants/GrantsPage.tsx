import { PATHS } from "../../parts/paths.ts";
import { WorkPlace } from "../../parts/WorkPlace.tsx";
import { useSession } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import { GrantForm } from "./GrantForm.tsx";
import { GrantList } from "./GrantList.tsx";

/** What partners may use beyond fields of their own: to grant it, to see what came of it, and to revoke it. */
export function GrantsPage() {
	const t = useWords();
	const { viewer } = useSession();
	return (
		<WorkPlace to={PATHS.grants} title="work.grants" intro={t("grants.intro")}>
			{viewer && (
				<>
					<GrantForm viewer={viewer} />
					<GrantList viewer={viewer} />
				</>
			)}
		</WorkPlace>
	);
}
