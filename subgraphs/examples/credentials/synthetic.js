// The registry's data. All of it is made up from a seed: no college, credential or award here exists.
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

const SEED = 7;
export const ABOUT = `An example of a partner of the hub. Its colleges, credentials and awards are synthetic, made from the seed ${SEED}; none of them exists. Records are marked with synthetic: true and names end in (synthetic).`;

const PLACES = ["North", "East", "South", "West"];
const TYPES = [
	{ credentialType: "DIGITAL_BADGE", label: "badge", creditHours: null },
	{ credentialType: "CERTIFICATE", label: "certificate", creditHours: 16 },
	{ credentialType: "ASSOCIATE_DEGREE", label: "associate degree", creditHours: 60 },
];

/** Each subject with the words by which an id of a course tells it. */
export const SUBJECTS = {
	BIOMANUFACTURING: ["bio", "biotechnology", "bioprocessing", "bioengineer"],
	COMPOSITES: ["composite", "composites"],
	CYBERSECURITY: ["cybersecurity", "cymot"],
	MACHINING: ["machining", "cnc"],
	METROLOGY: ["metrology"],
	PHOTONICS: ["photonics", "photonic"],
	POWER_ELECTRONICS: ["bandgap", "poweramerica"],
	ROBOTICS: ["robotics"],
	SMART_MANUFACTURING: ["smart"],
};

/** The hub's generator numbers its synthetic manufacturers: sme_syn000000000, sme_syn000000001 … */
const SMES = 1000;

const slug = (text) => text.toLowerCase().replaceAll(/[^a-z]+/g, "-");
const byId = (one, other) => (one.id < other.id ? -1 : 1);

function makeColleges() {
	return PLACES.map((place) => ({
		id: `college_syn-${slug(place)}`,
		name: `Example ${place} Community College (synthetic)`,
		synthetic: true,
	}));
}

function makeCredentials(colleges) {
	return colleges
		.flatMap((college, index) =>
			Object.keys(SUBJECTS)
				// Each college teaches every other subject.
				.filter((_, number) => (number + index) % 2 === 0)
				.flatMap((subject) =>
					TYPES.map(({ credentialType, label, creditHours }) => ({
						id: `cred_syn-${slug(PLACES[index])}-${slug(subject)}-${slug(label)}`,
						name: `${subject.replaceAll("_", " ").toLowerCase()} ${label} (synthetic)`,
						credentialType,
						subject,
						creditHours,
						awardedBy: college,
						synthetic: true,
					})),
				),
		)
		.sort(byId);
}

/** Awards by the id of a synthetic manufacturer; two of three have some. */
function makeAwards(credentials) {
	const random = xoroshiro128plus(SEED);
	const integer = (from, to) => uniformInt(random, from, to);
	const awards = new Map();
	for (let number = 0; number < SMES; number++) {
		if (integer(1, 3) === 3) continue;
		const ofSme = Array.from({ length: integer(1, 4) }, () => ({
			credential: credentials[integer(0, credentials.length - 1)],
			year: integer(2018, 2025),
			people: integer(1, 12),
			synthetic: true,
		}));
		awards.set(
			`sme_syn${String(number).padStart(9, "0")}`,
			ofSme.sort((one, other) => one.year - other.year || byId(one.credential, other.credential)),
		);
	}
	return awards;
}

export function makeRegistry() {
	const colleges = makeColleges();
	const credentials = makeCredentials(colleges);
	return { colleges, credentials, awards: makeAwards(credentials) };
}
