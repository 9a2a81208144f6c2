import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ReleasableQuartersDocument, type ReleasableQuartersQuery } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { PATHS } from "../../parts/paths.ts";
import { quarterParameter, quarterText } from "../../parts/quarters.ts";
import { useWords } from "../../words/use-words.ts";
import { ALL } from "./address.ts";
import look from "./Releases.module.css";

type State = ReleasableQuartersQuery["fiscalQuarters"]["nodes"][number];
type ChoiceProps = {
	quarters: readonly State[];
	asked: string | undefined;
	onAsk: (preview: string) => void;
};

/** The latest quarters that are open; those before are on the page of quarters. */
const MOST_OPEN = 4;

/** Quarters to add to those of earlier releases, each with whether it can be. */
function Choice({ quarters, asked, onAsk }: ChoiceProps) {
	const t = useWords();
	const ended = quarters.filter(({ hasEnded, isReleased }) => hasEnded && !isReleased);
	const closed = ended.filter(({ isClosed }) => isClosed).map(quarterParameter);
	const open = ended.filter(({ isClosed }) => !isClosed);
	const named = asked === undefined || asked === ALL ? undefined : asked.split(",");
	const offered = ended.filter(
		(one) =>
			one.isClosed || open.indexOf(one) < MOST_OPEN || named?.includes(quarterParameter(one)),
	);
	const [chosen, setChosen] = useState<readonly string[]>(named ?? closed);
	const isAll = chosen.length === closed.length && closed.every((one) => chosen.includes(one));
	const toggle = (one: string) =>
		setChosen(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
	return (
		<form
			className={look.form}
			onSubmit={(event) => {
				event.preventDefault();
				onAsk(isAll || chosen.length === 0 ? ALL : [...chosen].sort().join(","));
			}}
		>
			{offered.length > 0 && (
				<fieldset className={look.choice}>
					<legend>{t("releases.choose")}</legend>
					{offered.map((state) => {
						const one = quarterParameter(state);
						return (
							<label key={one} className={look.check}>
								<input
									type="checkbox"
									checked={chosen.includes(one)}
									onChange={() => toggle(one)}
								/>
								<span>
									{quarterText(t, state)}{" "}
									<span className="quiet">
										{state.isClosed
											? t("releases.closed")
											: t("releases.open", { count: state.missingCount })}
									</span>
								</span>
							</label>
						);
					})}
				</fieldset>
			)}
			<p className="quiet">
				{closed.length === 0 && `${t("releases.none-closed")} `}
				{t.rich("releases.see-quarters", {
					quarters: <Link to={PATHS.quarters}>{t("work.quarters")}</Link>,
				})}
			</p>
			<p>
				<button type="submit" className="action first">
					{t("releases.ask")}
				</button>
			</p>
		</form>
	);
}

/** What the next release is to cover. */
export function ChoicePanel({ asked, onAsk }: Omit<ChoiceProps, "quarters">) {
	const t = useWords();
	const query = useQuery({ ...ask(ReleasableQuartersDocument, {}), staleTime: 0 });
	return (
		<Panel title={t("releases.next")} intro={t("releases.next.intro")}>
			<Answered name={t("releases.next")} query={query} height={220}>
				{({ fiscalQuarters }) => (
					<Choice quarters={fiscalQuarters.nodes} asked={asked} onAsk={onAsk} />
				)}
			</Answered>
		</Panel>
	);
}
