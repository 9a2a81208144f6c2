package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

const (
	maxAge    = 60 * time.Second
	clockSkew = 10 * time.Second
	refresh   = 30 * time.Second
)

// How the hub writes its signature (RFC 9421): hub=("@method" …);created=1;keyid="…".
var (
	inputSyntax     = regexp.MustCompile(`^hub=(\(([^()]*)\)(?:;[a-z]+=(?:\d+|"[^"\\]*"))*)$`)
	signatureSyntax = regexp.MustCompile(`^hub=:([A-Za-z0-9+/=]+):$`)
	componentSyntax = regexp.MustCompile(`^"([a-z@-]+)"$`)
	parameterSyntax = regexp.MustCompile(`;([a-z]+)=(?:(\d+)|"([^"\\]*)")`)
)

// hubSignature tells whether a request comes from the hub, which publishes its keys at keysURL.
type hubSignature struct {
	keysURL string
	mutex   sync.Mutex
	keys    map[string]ed25519.PublicKey
	readAt  time.Time
	nonces  map[string]time.Time
}

func newHubSignature(keysURL string) *hubSignature {
	return &hubSignature{keysURL: keysURL, nonces: map[string]time.Time{}}
}

// key reads the hub's keys again where an unknown one is named, but not too often.
func (h *hubSignature) key(id string) (ed25519.PublicKey, error) {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if _, known := h.keys[id]; !known && time.Since(h.readAt) > refresh {
		h.readAt = time.Now()
		client := http.Client{Timeout: 5 * time.Second}
		response, err := client.Get(h.keysURL)
		if err != nil {
			return nil, err
		}
		defer response.Body.Close()
		var jwks struct {
			Keys []struct{ Crv, Kid, X string }
		}
		if err := json.NewDecoder(response.Body).Decode(&jwks); err != nil {
			return nil, err
		}
		h.keys = map[string]ed25519.PublicKey{}
		for _, jwk := range jwks.Keys {
			x, err := base64.RawURLEncoding.DecodeString(jwk.X)
			if err == nil && jwk.Crv == "Ed25519" && len(x) == ed25519.PublicKeySize {
				h.keys[jwk.Kid] = x
			}
		}
	}
	if key, known := h.keys[id]; known {
		return key, nil
	}
	return nil, fmt.Errorf("%q is no key of the hub", id)
}

// useOnce refuses a nonce that was sent before, while its signature is good.
func (h *hubSignature) useOnce(nonce string, now time.Time) error {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	for old, until := range h.nonces {
		if until.Before(now) {
			delete(h.nonces, old)
		}
	}
	if _, seen := h.nonces[nonce]; seen || nonce == "" {
		return errors.New("this request has no nonce, or was sent before")
	}
	h.nonces[nonce] = now.Add(maxAge + 2*clockSkew)
	return nil
}

func component(name string, r *http.Request) (string, error) {
	switch name {
	case "@method":
		return r.Method, nil
	case "@authority":
		return strings.ToLower(r.Host), nil
	case "@path":
		return r.URL.EscapedPath(), nil
	case "@query":
		return "?" + r.URL.RawQuery, nil
	}
	values := r.Header.Values(name)
	if strings.HasPrefix(name, "@") || len(values) == 0 {
		return "", fmt.Errorf("%s is signed and not there", name)
	}
	return strings.Join(values, ", "), nil
}

// signatureBase is what was signed (RFC 9421 2.5); names, the components that it covers.
func signatureBase(r *http.Request, params, list string) (base string, names map[string]bool, err error) {
	names = map[string]bool{}
	for _, quoted := range strings.Fields(list) {
		name := componentSyntax.FindStringSubmatch(quoted)
		if name == nil || names[name[1]] {
			return "", nil, fmt.Errorf("%s cannot be signed", quoted)
		}
		names[name[1]] = true
		value, err := component(name[1], r)
		if err != nil {
			return "", nil, err
		}
		base += quoted + ": " + strings.TrimSpace(value) + "\n"
	}
	return base + `"@signature-params": ` + params, names, nil
}

// check tells why a request is refused; nil where the hub has signed it.
func (h *hubSignature) check(r *http.Request, body []byte) error {
	input := inputSyntax.FindStringSubmatch(r.Header.Get("Signature-Input"))
	signed := signatureSyntax.FindStringSubmatch(r.Header.Get("Signature"))
	if input == nil || signed == nil {
		return errors.New("it carries no signature of the hub")
	}
	parameters := map[string]string{}
	for _, one := range parameterSyntax.FindAllStringSubmatch(input[1], -1) {
		parameters[one[1]] = one[2] + one[3]
	}
	base, names, err := signatureBase(r, input[1], input[2])
	if err != nil {
		return err
	}
	// How it is asked, where it goes, and (by its digest) what is asked.
	for _, name := range []string{"@method", "@authority", "@path", "content-digest"} {
		if !names[name] {
			return fmt.Errorf("%s is not signed", name)
		}
	}
	now := time.Now()
	created, err := strconv.ParseInt(parameters["created"], 10, 64)
	age := now.Sub(time.Unix(created, 0))
	if err != nil || age > maxAge+clockSkew || age < -clockSkew {
		return errors.New("it is too old, or from the future")
	}
	if parameters["tag"] != "throughline-partner" || parameters["alg"] != "ed25519" {
		return errors.New("it was signed for something else")
	}
	digest := sha256.Sum256(body)
	if r.Header.Get("Content-Digest") != "sha-256=:"+base64.StdEncoding.EncodeToString(digest[:])+":" {
		return errors.New("Content-Digest is not the sha-256 of the body")
	}
	key, err := h.key(parameters["keyid"])
	if err != nil {
		return err
	}
	signature, err := base64.StdEncoding.DecodeString(signed[1])
	if err != nil || !ed25519.Verify(key, []byte(base), signature) {
		return errors.New("its signature is wrong")
	}
	return h.useOnce(parameters["nonce"], now)
}
