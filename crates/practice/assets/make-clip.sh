#!/bin/sh
# Makes tiles.h264, the five seconds that every practice recording repeats: four people on soft
# tiles, nodding, with a light frame around whoever is talking. Needs ffmpeg with libx264; fonts
# and other inputs are not used, so the result depends on nothing but this file.
#
# The form matters as much as the picture (see src/media/clip.rs): Annex-B, constrained baseline,
# 640x360 at 10 frames a second, an access unit delimiter before every frame, an IDR with its
# parameter sets every second, no B-frames, and a last frame that runs into the first.
set -eu
cd "$(dirname "$0")"

# The geometry, once for each colour plane: $1 tile, $2 skin, $3 clothes, $4 ink, as expressions
# that may use the tile's number ld(2). Registers: 0 and 1 are the place within the tile, 3 and 4
# the head's offset, 5 the distance to the head's centre.
plane() {
    printf '%s' "\
st(0,mod(X,320)-160);st(1,mod(Y,180)-90);st(2,floor(X/320)+2*floor(Y/180));\
st(3,5*sin(2*PI*T/5+ld(2)*1.7));st(4,4*sin(4*PI*T/5+ld(2)*2.3)-22);\
st(5,hypot(ld(0)-ld(3),ld(1)-ld(4)));\
st(6,hypot((ld(0)-ld(3)/3)/66,(ld(1)-88)/72));\
st(7,($1)+(($3)-($1))*clip((1-ld(6))*40,0,1));\
st(7,ld(7)+(($2)-ld(7))*clip(31-ld(5),0,1));\
st(8,min(hypot(ld(0)-ld(3)-10,ld(1)-ld(4)+5),hypot(ld(0)-ld(3)+10,ld(1)-ld(4)+5)));\
st(7,ld(7)+(($4)-ld(7))*clip(4-ld(8),0,1));\
st(8,abs(ld(5)-15)+20*lt(ld(1)-ld(4),6));\
st(7,ld(7)+(($4)-ld(7))*clip(3-ld(8),0,1));\
st(9,min(160-abs(ld(0)),90-abs(ld(1))));\
if(lt(ld(9),3),30,if(lt(ld(9),8)*eq(ld(2),floor(T*4/5)),240,ld(7)))"
}
pick() { printf 'if(eq(ld(2),0),%s,if(eq(ld(2),1),%s,if(eq(ld(2),2),%s,%s)))' "$1" "$2" "$3" "$4"; }

red=$(plane "$(pick 163 216 186 226)" "$(pick 238 190 226 154)" "$(pick 70 120 92 150)" 52)
green=$(plane "$(pick 196 200 212 190)" "$(pick 205 140 176 104)" "$(pick 104 90 122 84)" 44)
blue=$(plane "$(pick 221 226 188 178)" "$(pick 178 110 140 74)" "$(pick 150 140 96 70)" 48)

ffmpeg -hide_banner -loglevel error -y \
    -f lavfi -i "nullsrc=size=640x360:rate=10:duration=5,format=gbrp,geq=r='$red':g='$green':b='$blue'" \
    -pix_fmt yuv420p -c:v libx264 -profile:v baseline -level:v 3.0 -preset veryslow -crf 27 \
    -x264-params "keyint=10:min-keyint=10:scenecut=0:bframes=0:ref=1:aud=1:repeat-headers=1:threads=1" \
    -bsf:v filter_units=remove_types=6 -f h264 tiles.h264
ls -l tiles.h264
