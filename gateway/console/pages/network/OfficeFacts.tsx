import type { NetworkProfileQuery } from "../../graphql/graphql.ts";
import { Fact } from "../../parts/Facts.tsx";
import { Sourced } from "../../parts/Sourced.tsx";
import { NotAvailable } from "../../parts/Status.tsx";
import { ToldList } from "../../parts/ToldList.tsx";
import { toldOf } from "../../parts/told.ts";
import { useWords } from "../../words/use-words.ts";

type Network = NonNullable<NetworkProfileQuery["network"]>;

/** The program office, what it does, and its parts. */
export function OfficeFacts({ network: { programOffice, source } }: { network: Network }) {
	const t = useWords();
	if (!programOffice)
		return (
			<Fact name={t("networks.office")}>
				<NotAvailable reason={t("profile.no-source")} />
			</Fact>
		);
	const { name, within, tasks, parts } = programOffice;
	return (
		<>
			<Fact name={t("networks.office")}>
				<Sourced name={t("networks.office")} source={source}>
					{within ? t("networks.office.within", { name, within }) : name}
				</Sourced>
			</Fact>
			<Fact name={t("networks.office.tasks")}>
				{tasks.length > 0 ? (
					<ToldList told={toldOf(tasks)} />
				) : (
					<NotAvailable reason={t("profile.no-source")} />
				)}
			</Fact>
			{parts.length > 0 && (
				<Fact name={t("networks.office.parts")}>
					<ToldList told={toldOf(parts)} />
				</Fact>
			)}
		</>
	);
}
