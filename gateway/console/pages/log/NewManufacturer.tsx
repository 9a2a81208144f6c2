import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { LogTwinsDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { newManufacturer } from "../../offline/change.ts";
import { NEW_SME } from "../../offline/fields.ts";
import { type KnownSme, nearness } from "../../offline/names.ts";
import { change, send } from "../../offline/outbox.ts";
import { STATES } from "../../parts/lists.ts";
import { Twins } from "../../parts/Twins.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Log.module.css";

type Props = {
	name: string;
	owner: string;
	known: readonly KnownSme[];
	onChoose: (id: string, name: string) => void;
	onClose: () => void;
};

/** From where on a manufacturer that the device knows is shown as a likely twin. */
const TWIN = 0.75;

/** Registers a manufacturer, after showing those that it may be. */
export function NewManufacturer({ owner, known, onChoose, onClose, ...given }: Props) {
	const t = useWords();
	const id = useId();
	const [name, setName] = useState(given.name);
	const [city, setCity] = useState("");
	const [state, setState] = useState("");
	const wanted = {
		name: name.trim(),
		...(city.trim() && { city: city.trim() }),
		...(state && { state }),
	};
	const heard = useQuery({
		...ask(LogTwinsDocument, wanted),
		enabled: wanted.name.length > 1,
		placeholderData: (before) => before,
	});
	const near = known
		.filter((sme) => nearness(wanted.name, sme.name) >= TWIN)
		.map((sme) => ({ score: nearness(wanted.name, sme.name), reasons: [], sme }));
	const twins = heard.data?.data.similarSmes ?? near;

	async function register() {
		if (!wanted.name) return;
		const key = crypto.randomUUID();
		const made = newManufacturer({ key, owner, now: Date.now() }, wanted);
		// Who saw what the hub found like it has decided; without signal the hub will ask.
		const isDecided = heard.data !== undefined && twins.length > 0;
		const kept = await change(key, () => (isDecided ? { ...made, createAnyway: true } : made));
		if (!kept) return;
		onChoose(NEW_SME + key, wanted.name);
		void send(true);
	}
	return (
		<fieldset className={look.register}>
			<legend>{t("log.sme.new")}</legend>
			<label htmlFor={`${id}-name`}>{t("log.sme.name")}</label>
			<input
				id={`${id}-name`}
				value={name}
				autoComplete="off"
				onChange={({ target }) => setName(target.value)}
			/>
			<label htmlFor={`${id}-city`}>{t("log.sme.city")}</label>
			<input
				id={`${id}-city`}
				value={city}
				autoComplete="off"
				onChange={({ target }) => setCity(target.value)}
			/>
			<label htmlFor={`${id}-state`}>{t("log.sme.state")}</label>
			<select id={`${id}-state`} value={state} onChange={({ target }) => setState(target.value)}>
				<option value="">{t("log.none")}</option>
				{STATES.map((one) => (
					<option key={one} value={one}>
						{t.maybe(`state.${one}`, one)}
					</option>
				))}
			</select>
			{twins.length > 0 && (
				<Twins twins={twins} onChoose={({ id: twin, name: chosen }) => onChoose(twin, chosen)} />
			)}
			<div className={look.foot}>
				<button type="button" className="action first" disabled={!wanted.name} onClick={register}>
					{t(twins.length > 0 ? "log.sme.none-of-these" : "log.sme.register")}
				</button>
				<button type="button" className="action" onClick={onClose}>
					{t("log.sme.cancel")}
				</button>
			</div>
		</fieldset>
	);
}
