import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { PATHS } from "../../parts/paths.ts";
import { readQuarter } from "../../parts/quarters.ts";
import { useAddress } from "../../parts/use-address.ts";
import { WorkPlace } from "../../parts/WorkPlace.tsx";
import { useSession } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import { KNOWN } from "./address.ts";
import { CenterQuarterView } from "./CenterQuarterView.tsx";
import { NetworkQuarters } from "./NetworkQuarters.tsx";
import { OwnQuarters } from "./OwnQuarters.tsx";

/** Fiscal quarters: what is open in them, to report and lock those of a center, and to close those of the network. */
export function QuartersPage() {
	const t = useWords();
	const { viewer } = useSession();
	const address = useAddress(KNOWN);
	const { year, center, quarter } = address.says;
	const isOffice = viewer?.role === "PROGRAM_OFFICE";
	const one = quarter ? readQuarter(quarter) : undefined;
	const whose = isOffice ? center : viewer?.center;
	return (
		<WorkPlace
			to={PATHS.quarters}
			title="work.quarters"
			intro={t(isOffice ? "quarters.intro.office" : "quarters.intro.manager")}
		>
			<NotUnderstood {...address} />
			{one && whose ? (
				<CenterQuarterView key={`${whose} ${quarter}`} centerId={whose} quarter={one} />
			) : isOffice ? (
				<NetworkQuarters year={year} />
			) : (
				<OwnQuarters />
			)}
		</WorkPlace>
	);
}
