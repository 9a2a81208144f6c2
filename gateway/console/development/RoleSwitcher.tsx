import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSession } from "../session/use-session.ts";
import { actAs } from "./act-as.ts";
import { CHOICES } from "./choices.ts";
import look from "./RoleSwitcher.module.css";
import { hasCenter, ROLES, type RoleChoice } from "./roles.ts";
import { useLanguage } from "./use-language.ts";
import { wordsIn } from "./words.ts";

/** Any partner can be acted as, also one that is not registered. */
const SOME_PARTNER = { id: "partner", name: "partner" };

/** Shows the console as somebody of another role sees it. */
export function RoleSwitcher() {
	const words = wordsIn(useLanguage());
	const { viewer } = useSession();
	// Which centers there are has to be known before somebody can be of one.
	const { data, isPending } = useQuery(CHOICES);
	const [failure, setFailure] = useState<string>();
	const centers = data?.centers ?? [];
	const partners = data?.partners.length ? data.partners : [SOME_PARTNER];
	const current: RoleChoice = {
		role: viewer?.role ?? "PUBLIC",
		center: viewer?.center ?? centers[0]?.id ?? "",
		organization: viewer?.organization ?? partners[0]?.id ?? "",
	};

	function choose(changed: Partial<RoleChoice>) {
		setFailure(undefined);
		actAs({ ...current, ...changed }).catch((error: Error) => setFailure(error.message));
	}

	return (
		<aside className={look.strip} aria-label={words.mark} title={words.about}>
			<strong>{words.mark}</strong>
			<label>
				{words.role}{" "}
				<select
					value={current.role}
					disabled={isPending}
					onChange={({ target }) => choose({ role: target.value as RoleChoice["role"] })}
				>
					{ROLES.map((role) => (
						<option key={role} value={role}>
							{words.roles[role]}
						</option>
					))}
				</select>
			</label>
			{hasCenter(current.role) && (
				<Choice
					label={words.center}
					value={current.center}
					choices={centers}
					onChoose={(center) => choose({ center })}
				/>
			)}
			{current.role === "PARTNER" && (
				<Choice
					label={words.organization}
					value={current.organization}
					choices={partners}
					onChoose={(organization) => choose({ organization })}
				/>
			)}
			{failure && <p role="alert">{words.failed.replace("{reason}", failure)}</p>}
		</aside>
	);
}

type ChoiceProps = {
	label: string;
	value: string;
	choices: Array<{ id: string; name: string }>;
	onChoose: (id: string) => void;
};

function Choice({ label, value, choices, onChoose }: ChoiceProps) {
	return (
		<label>
			{label}{" "}
			<select value={value} onChange={({ target }) => onChoose(target.value)}>
				{choices.map(({ id, name }) => (
					<option key={id} value={id}>
						{name}
					</option>
				))}
			</select>
		</label>
	);
}
