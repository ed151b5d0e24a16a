"""The word list for offered passphrases: short everyday Japanese words in plain lower-case letters."""

from __future__ import annotations

_WORDS = """
abura agari ahiru aisatsu akari aki amado amagasa amai ame ami anzu aoi aozora ari asa asagao asahi ase
ashi ashita aso atama atsui awa ayame ayu azuki bamen banana bane bara basho basu batsu beniya bento
biwa bonsai boshi botan budo bungaku bunko buranko buri buta chadai chairo chaku chawan chie chihei
chika chikara chikyu chirashi chizu chokin chosei chozu chuo daidai daiko daikon daiku dango danro dashi
deguchi denki densha denwa dobin doma donguri doro eda efude eki ekimae ema empitsu enban engawa enkai
ensei ensoku erabi eri fuda fude fue fugu fuji fukei fukin fuku fukuro fumi funa funade fune furo furui
furuto fusuma futa futon fuyu gaikoku gake gakki gakko garasu genkan genki geta gin ginkgo gitaa gohan
goma gunte gyoza hachi hagaki hai haiku hako hakucho hama hamono hana hanabi hanashi hane hanko hara
hari haru hasami hashi hashigo hata hatake hato haya hayashi hazuki hebi heisei heiya hibachi hibari
hidari higasa higashi hiji hikari hiki hima himawari hinoki hiroba hiru hisashi hishi hitsuji hiza hoki
hoku honbako honya horo hoshi hotaru hotoke hyo hyotan ibuki ichiba ichigo ika ikada ike ikebana imo
inaka inari inori inu ippai iri iro irori iruka isaribi ishi isu ita itadaki ito itoko iwa iwashi izumi
jagaimo jiku jimen jinja jisho jitaku jiten jitensha joro juku jukusu juzu kabe kabocha kabu kabuto kado
kaeru kagami kagi kago kaidan kaigan kaigi kaiko kairo kaji kajitsu kaki kakigori kama kamado kame kami
kaminari kamo kamome kana kanban kane kani kanji kanpai kansha kao kappa kara karada karasu kari kasa
kashi kasumi kata katana katei katsuo kawa kawara kaze kazoku kazu keikaku keirin keito kemuri ken
kenchiku kenko keshiki ketsu kiba kihon kiji kiku kimono kin kinako kinen kinoko kioku kiri kirin
kisetsu kishi kita kitsune kiwi kobito kobune kodama koguma kohan koinu koke kokeshi koki koko kokoro
kokuban koma kome komichi komori konbu kondo koneko konomi kori koromo kosame koshi kotatsu koto kotoba
kotori koya koyomi kozue kuchi kuda kugi kujaku kujira kuki kuma kumo kumori kuni kura kurage kuri kuroi
kuruma kusa kusuri kutsu kuwa kuwagata kyabetsu kyoshitsu kyuri machi mado mago maguro maigo makura mame
manga manjuu maru maruta masu matcha matsu matsuri mayu medaka megane meishi michi midori migi mikan
mikazuki mimi minami minato mine mirai misaki miso mitsu mitsuba miyako mizu mizuumi mochi mogura moji
momiji momo mono mori mosu mugi mugiwara mura murasaki mushi musubi myoga nabe naberu nagame nagasa nagi
nagoya naka nami namida namiki nanohana nara nashi nasu natsu natto nawa nazo negi neiro neko nemuri
nenga nezumi niji nikki niku nimotsu ningyo ninjin nishi nishin niwa niwatori nodo nohara nokogiri nori
noyama nuigurumi nukumori numa nuno nurie obi ocha odori ogawa ohashi oka okashi oke oki okuri omikuji
omocha onaka ongaku oni onigiri onsen origami oru osechi otera otoko otona otosan oyatsu oyogu pan penki
pokke ponpu raimei raishu rajio ramune rappa reizoku renga renge renkon ringo riron risu rokuro rosoku
ryokan ryori ryu saba sabaku saifu saji saka sakana sake saki sakka sakura samurai sango sanma sanpo
sara saru sasa sashimi sasori sato satoimo satsuki sawa sazae seiza sekai seki semi senbei sencha senpu
sensei sensu sentaku shachi shashin shiba shichi shika shima shimo shinbun shinju shio shippo shiro
shirokuma shitsumon shizen shizuku shogi shoji shokudo shoyu shugi shukudai shuto soba sode sora sori
soroban sotetsu sudachi sugi suika suimen suisen suisha suiso suizoku suki sumi sumire sumo suna sunaba
sushi susuki suzu suzume suzuri tabako tabi tachibana taiko taiyo taka takara take takenoko taki tako
takuan tamago tanbo tane tani tanka tansu tanuki tara tasuki tatami tatemono tawara tebukuro tegami
teien tempura tenki tenohira tenugui tera tetsu tobira tofu togarashi toge tokei toki tokoro tokoya
tombo tomodachi tonari tonbi tora tori torii toshi tsubaki tsubame tsubasa tsubo tsubomi tsuchi tsue
tsugi tsuki tsukue tsukushi tsumiki tsuna tsuri tsuru tsutsuji tsuyu uchiwa udon uma ume umi umibe unagi
undo uni urusai usagi ushi ushiro uta utsuwa uwagi wabi wagashi wakaba wakame wakusei wan wani warabi
wasabi washi washitsu wata yado yagi yaiba yajirushi yakan yakei yakimono yakusoku yama yamabiko
yamamichi yamanba yanagi yane yaoya yari yasai yashi yatai yayoi yoake yofuku yokan yoko yomogi yorokobi
yoru yosei yotei yubi yubin yudofu yugata yuhi yuka yukata yuki yume yunomi yuri yurikago yuzu zabuton
zakka zarigani zaru zenmai zori zou zukan zunda
"""

WORDS: tuple[str, ...] = tuple(_WORDS.split())
